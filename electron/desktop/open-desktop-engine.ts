import { join } from "node:path";
import { app, session } from "electron";
import type { Result } from "../../shared/contract/spec.ts";
import { createSystemClock } from "../engine/create-system-clock.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { claimFolder } from "../engine/history/claim-folder.ts";
import { openFileLog } from "../engine/open-file-log.ts";
import { createSafeStorageVault } from "./safe-storage-vault.ts";

export interface DesktopEngine {
	readonly engine: Engine;
	close(): Promise<void>;
}

/**
 * The engine with the desktop's ports. Its data lies in a folder of its own, beside what Chromium keeps for itself; a browser mode that
 * was started on the same folder holds it, and that is a Failure.
 */
export async function openDesktopEngine(historyWorker: URL): Promise<Result<DesktopEngine>> {
	const dataFolder = join(app.getPath("userData"), "data");
	const claim = claimFolder(dataFolder);
	if (!claim.ok) return claim;
	const clock = createSystemClock();
	const log = openFileLog(dataFolder, () => clock.now());
	const vault = await createSafeStorageVault(join(dataFolder, "secrets"), process.platform);
	const version = app.getVersion();
	const resolveSystemProxy = (url: string) => session.defaultSession.resolveProxy(url);
	const engine = await createEngine({ dataFolder, version, clock, vault, log, historyWorker, resolveSystemProxy });
	log.write("info", "desktop.started", { version, electron: process.versions.electron, platform: process.platform });
	const close = async () => {
		await engine.close();
		claim.value.release();
		log.write("info", "desktop.stopped");
		log.close();
	};
	return { ok: true, value: { engine, close } };
}
