/**
 * Starts the desktop app. Nothing but Node may be imported statically, so that the environment is clean before any library is loaded.
 * Never await `ready` in here: Electron waits for this file to be evaluated before it says so.
 */
import { clearEnvironment } from "./clear-environment.ts";

clearEnvironment(process.env);
const { startDesktop } = await import("./desktop/start-desktop.ts");
startDesktop({
	pageFolder: new URL("./page/", import.meta.url),
	preload: new URL("./preload.cjs", import.meta.url),
	historyWorker: new URL("./history-worker.mjs", import.meta.url),
});
