import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where this platform keeps a user's data. A relative XDG_DATA_HOME is to be ignored, says its specification. */
export function findDataFolder(
	platform: NodeJS.Platform = process.platform,
	environment: NodeJS.ProcessEnv = process.env,
	home: string = homedir(),
): string {
	if (platform === "darwin") return join(home, "Library", "Application Support", "Parley");
	if (platform === "win32") return join(environment["APPDATA"] ?? join(home, "AppData", "Roaming"), "Parley");
	const xdg = environment["XDG_DATA_HOME"];
	return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, ".local", "share"), "parley");
}
