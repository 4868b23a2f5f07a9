/**
 * Runs the built preload script as a sandboxed one runs: a function of its own with a `require` that knows `electron` alone, in a world
 * with a window and nothing of Node. What it posts to the window is handed on.
 */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { compileFunction, createContext } from "node:vm";
import type { MessagePort } from "node:worker_threads";

export interface LoadedPreload {
	/** What arrives from the main process. */
	deliver(channel: string, ports: readonly MessagePort[]): void;
	/** What the page's window has got. */
	readonly posted: readonly {
		readonly message: unknown;
		readonly targetOrigin: string;
		readonly ports: readonly MessagePort[];
	}[];
	/** The names that it has put into the page's world; there should be none. */
	readonly exposed: readonly string[];
}

export function loadPreload(file: string): LoadedPreload {
	const ipcRenderer = new EventEmitter();
	const posted: { message: unknown; targetOrigin: string; ports: readonly MessagePort[] }[] = [];
	const exposed: string[] = [];
	const electron = { ipcRenderer, contextBridge: { exposeInMainWorld: (name: string) => void exposed.push(name) } };
	const world = createContext({
		location: { origin: "parley://app" },
		window: {
			postMessage: (message: unknown, targetOrigin: string, ports: readonly MessagePort[]) =>
				void posted.push({ message, targetOrigin, ports }),
		},
	});
	const require = (name: string) => {
		if (name !== "electron") throw new Error(`module not found: ${name}`);
		return electron;
	};
	const run = compileFunction(readFileSync(file, "utf8"), ["require", "module", "exports"], { parsingContext: world });
	run(require, { exports: {} }, {});
	return {
		deliver: (channel, ports) => void ipcRenderer.emit(channel, { ports: [...ports] }, null),
		posted,
		exposed,
	};
}
