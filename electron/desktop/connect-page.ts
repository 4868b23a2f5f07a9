/**
 * Gives the page its port to the engine each time its document has loaded: the listener for it is there by then, and after a reload the
 * old port has ended with the old document.
 */
import { type BrowserWindow, MessageChannelMain } from "electron";
import type { Engine } from "../engine/engine.ts";
import { isPage } from "./page-scheme.ts";
import { openPortWire } from "./port-wire.ts";

export function connectPage(window: BrowserWindow, engine: Pick<Engine, "serve">): void {
	const contents = window.webContents;
	contents.on("did-finish-load", () => {
		// The engine is for our own page, and for no other document that might come to be there.
		if (!isPage(contents.getURL())) return;
		const { port1, port2 } = new MessageChannelMain();
		engine.serve(openPortWire(port1));
		contents.postMessage("parley-port", null, [port2]);
	});
}
