/**
 * Hands the page the one port over which it speaks with the engine; nothing else. The page gets no function of Electron's, so there is
 * nothing here that a hostile page could call. A reload brings a new port.
 */
import { ipcRenderer } from "electron";

/** What this script uses of the page: the Node side is compiled without the DOM's types. */
declare const window: { postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void };
declare const location: { readonly origin: string };

ipcRenderer.on("parley-port", (event) => {
	window.postMessage("parley-port", location.origin, event.ports);
});
