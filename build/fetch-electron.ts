/**
 * Electron's program is not in its package; the package's own installer fetches it, once. Where its source cannot be reached, that is
 * found out in seconds, and nothing is printed: the caller has one sentence to say.
 */
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { projectPath } from "./project.ts";

const REACH_LIMIT_MS = 4_000;
const FETCH_LIMIT_MS = 180_000;
const USUAL_SOURCE = "https://github.com/electron/electron/releases";

export async function fetchElectron(environment: NodeJS.ProcessEnv, onBegin: () => void): Promise<boolean> {
	if (!(await canReachSource(environment))) return false;
	onBegin();
	const installer = spawn(process.execPath, [projectPath("node_modules/electron/install.js")], { stdio: "ignore" });
	const limit = new AbortController();
	const ended = new Promise<boolean>((resolve) => {
		installer.once("error", () => resolve(false));
		installer.once("exit", (code) => resolve(code === 0));
	});
	const late = delay(FETCH_LIMIT_MS, false, { signal: limit.signal }).catch(() => false);
	const fetched = await Promise.race([ended, late]);
	limit.abort();
	if (!fetched) installer.kill("SIGKILL");
	return fetched;
}

/** Any answer will do. Behind a proxy only the installer itself can tell. */
async function canReachSource(environment: NodeJS.ProcessEnv): Promise<boolean> {
	const proxied = ["HTTPS_PROXY", "https_proxy", "ELECTRON_GET_USE_PROXY"].some((name) => environment[name] !== undefined);
	if (proxied) return true;
	const source = environment["ELECTRON_MIRROR"] ?? environment["npm_config_electron_mirror"] ?? USUAL_SOURCE;
	try {
		await fetch(source, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(REACH_LIMIT_MS) });
		return true;
	} catch {
		return false;
	}
}
