import { expect, test } from "vitest";
import { findDataFolder } from "../../../../electron/web/find-data-folder.ts";

test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
	["Linux", "linux", {}, "/home/a/.local/share/parley"],
	["Linux with XDG_DATA_HOME", "linux", { XDG_DATA_HOME: "/data" }, "/data/parley"],
	["Linux with a relative XDG_DATA_HOME", "linux", { XDG_DATA_HOME: "data" }, "/home/a/.local/share/parley"],
	["macOS", "darwin", {}, "/home/a/Library/Application Support/Parley"],
	["Windows", "win32", { APPDATA: "/roaming" }, "/roaming/Parley"],
])("on %s the data is where that system keeps it", (_what, platform, environment, folder) => {
	expect(findDataFolder(platform, environment, "/home/a")).toBe(folder);
});
