/**
 * The process in which the built desktop host runs against the stand-in. It resolves `electron` to the stand-in, loads the main program
 * unchanged, becomes ready when that has been evaluated, and then does what the test asks for over the process's channel.
 */
import { once } from "node:events";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { projectPath } from "../../../build/project.ts";
import { openPortWire } from "../../../renderer/host/port-wire.ts";
import { CONTRACT_VERSION } from "../../../shared/contract/contract.ts";
import { createLink } from "../../../shared/link/create-link.ts";
import type { Link } from "../../../shared/link/link.ts";
import { app, type BrowserWindow, isPrevented, record, session } from "./electron-stand-in.ts";
import { loadPreload } from "./load-preload.ts";

const standIn = new URL("./electron-stand-in.ts", import.meta.url).href;
registerHooks({
	resolve: (name, context, next) => (name === "electron" ? { url: standIn, shortCircuit: true } : next(name, context)),
});

let preload: ReturnType<typeof loadPreload> | null = null;
let link: Link | null = null;

function firstWindow(): BrowserWindow {
	const [window] = record.windows;
	if (window === undefined) throw new Error("no window is open");
	return window;
}

export const drivers = {
	waitForWindow: async () => {
		if (record.windows.length === 0) await once(app, "web-contents-created");
	},
	describe: () => ({
		isSandboxEnabled: record.isSandboxEnabled,
		askedForLock: record.askedForLock,
		privilegedSchemes: record.privilegedSchemes,
		menuRoles: record.menuRoles,
		errorBoxes: record.errorBoxes,
		exitCode: record.exitCode,
		environment: Object.keys(process.env),
		windows: record.windows.map(({ options, webContents, isShown }) => ({
			options: JSON.parse(JSON.stringify(options)) as unknown,
			url: webContents.url,
			isShown,
		})),
	}),
	fetchPage: async (url: string, method = "GET") => {
		const handler = record.schemeHandlers.get(new URL(url).protocol.slice(0, -1));
		if (handler === undefined) throw new Error("nobody serves this scheme");
		const response = await handler(new Request(url, { method }));
		return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
	},
	/** Whether it would be let through. */
	canNavigate: (event: string, url: string) => !isPrevented(firstWindow().webContents, event, { url }),
	canEmbed: () => !isPrevented(firstWindow().webContents, "will-attach-webview"),
	openPopup: (url: string) => firstWindow().webContents.openHandler?.({ url }).action,
	askPermission: async (permission: string) => {
		const checked = record.checkPermission?.(null, permission);
		const requested = await new Promise<boolean>((resolve) => record.requestPermission?.(null, permission, resolve));
		return { checked, requested, device: record.checkDevice?.() };
	},
	canDownload: (url: string) => !isPrevented(session.defaultSession, "will-download", {}, { getURL: () => url }),
	readyToShow: () => void firstWindow().emit("ready-to-show"),
	/** The document has loaded: the preload of a fresh document gets what the main process posts, and the page makes a link of it. */
	finishLoad: () => {
		const { webContents } = firstWindow();
		preload = loadPreload(projectPath("out/preload.cjs"));
		webContents.posted.length = 0;
		webContents.emit("did-finish-load");
		for (const { channel, ports } of webContents.posted) preload.deliver(channel, ports);
		const [message] = preload.posted;
		const [port] = message?.ports ?? [];
		if (port === undefined) return { posted: preload.posted.length, exposed: preload.exposed };
		link = createLink({
			version: CONTRACT_VERSION,
			describe: (trouble) => ({ code: trouble.code, message: trouble.code, hint: "" }),
		});
		link.attach(openPortWire(port as unknown as globalThis.MessagePort));
		return {
			posted: preload.posted.length,
			message: message?.message,
			targetOrigin: message?.targetOrigin,
			exposed: preload.exposed,
		};
	},
	request: (name: string, input: unknown) => link?.request(name, input),
	/** The first batch of a feed. */
	readFeed: (name: string, input: unknown) =>
		new Promise((resolve, reject) => {
			const feed = link?.openFeed(name, input, {
				onBatch: (batch) => {
					resolve(batch);
					feed?.close();
				},
				onEnd: (failure) => reject(new Error(failure.message)),
			});
		}),
	startSecondInstance: async () => {
		const focused = once(firstWindow(), "stand-in-focused");
		app.emit("second-instance", {}, [], "");
		await focused;
		return record.windows.length;
	},
	quit: async () => {
		const exited = once(app, "stand-in-exit");
		app.quit();
		await exited;
		return record.exitCode;
	},
};

export type Drivers = typeof drivers;

process.on("message", async (asked: { readonly id: number; readonly name: keyof Drivers; readonly args: readonly unknown[] }) => {
	try {
		const driver = drivers[asked.name] as (...args: readonly unknown[]) => unknown;
		process.send?.({ id: asked.id, value: await driver(...asked.args) });
	} catch (error) {
		process.send?.({ id: asked.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
});

await import(pathToFileURL(projectPath("out/main.mjs")).href);
app.becomeReady();
process.send?.({ id: 0, value: null });
