import { fileURLToPath } from "node:url";
import { BrowserWindow } from "electron";
import { PAGE_URL } from "./page-scheme.ts";

/**
 * A window on the page. It is shown when there is something to see. What is the default today is written down all the same: these
 * lines are the promise that the page has no Node.
 */
export function openWindow(preload: URL): BrowserWindow {
	const window = new BrowserWindow({
		width: 1200,
		height: 800,
		minWidth: 480,
		minHeight: 400,
		show: false,
		title: "Parley",
		webPreferences: {
			preload: fileURLToPath(preload),
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
			spellcheck: false,
			navigateOnDragDrop: false,
		},
	});
	window.once("ready-to-show", () => window.show());
	window.loadURL(PAGE_URL).catch(() => {
		// The window stays empty; `did-fail-load` has said why in Electron's own output.
	});
	return window;
}
