/**
 * Starts the browser mode. Nothing but Node may be imported statically, so that the environment is clean before any library is loaded.
 */
import { clearEnvironment } from "./clear-environment.ts";

clearEnvironment(process.env);
const { startWeb } = await import("./web/start-web.ts");
await startWeb(process.argv.slice(2), {
	pageFolder: new URL("./page/", import.meta.url),
	historyWorker: new URL("./history-worker.mjs", import.meta.url),
	packageFile: new URL("../package.json", import.meta.url),
});
