/**
 * The desktop app from its start to its end: one instance, one engine, windows on it. What the page asks of the engine never passes
 * through here.
 */
import { app, BrowserWindow, dialog, session } from "electron";
import { setAppMenu } from "./app-menu.ts";
import { closeBeforeQuit } from "./close-before-quit.ts";
import { connectPage } from "./connect-page.ts";
import { guardContents, guardSession } from "./guard-session.ts";
import { openDesktopEngine } from "./open-desktop-engine.ts";
import { openWindow } from "./open-window.ts";
import { registerPageScheme, servePage } from "./page-scheme.ts";

/** What was built beside the main program. */
export interface DesktopFiles {
	readonly pageFolder: URL;
	readonly preload: URL;
	readonly historyWorker: URL;
}

export function startDesktop(files: DesktopFiles): void {
	// The first instance is told by `second-instance`, and comes to the front.
	if (!app.requestSingleInstanceLock()) {
		app.quit();
		return;
	}
	app.enableSandbox();
	registerPageScheme();
	guardContents();
	app
		.whenReady()
		.then(() => run(files))
		.catch(fail);
}

async function run(files: DesktopFiles): Promise<void> {
	const opened = await openDesktopEngine(files.historyWorker);
	if (!opened.ok) {
		fail(`${opened.failure.message} ${opened.failure.hint}`);
		return;
	}
	const { engine, close } = opened.value;
	closeBeforeQuit(close);
	guardSession(session.defaultSession);
	await servePage(files.pageFolder);
	setAppMenu(process.platform);

	const open = () => connectPage(openWindow(files.preload), engine);
	app.on("second-instance", () => {
		const [window] = BrowserWindow.getAllWindows();
		if (window === undefined) open();
		else bringToFront(window);
	});
	app.on("activate", () => {
		if (BrowserWindow.getAllWindows().length === 0) open();
	});
	// On macOS an app stays when its last window is closed, and so do its connections.
	app.on("window-all-closed", () => {
		if (process.platform !== "darwin") app.quit();
	});
	open();
}

function bringToFront(window: BrowserWindow): void {
	if (window.isMinimized()) window.restore();
	window.focus();
}

function fail(reason: unknown): void {
	dialog.showErrorBox("Parley cannot start", reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
	app.exit(1);
}
