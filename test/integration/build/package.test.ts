/** What would be shipped, looked at in the packaged app itself; only Electron's own program is a stand-in. */
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageStub } from "../../../build/package.ts";
import { projectPath } from "../../../build/project.ts";

const ON = 49;
const OFF = 48;
const SIZE_GOAL_BYTES = 15 * 1024 * 1024;

let folder = "";
let archive = "";
let files: readonly string[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-package-"));
	await packageStub(folder);
	archive = join(folder, "linux-unpacked/resources/app.asar");
	files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll("\\", "/"));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the packaged app", () => {
	it("holds the main program, the preload script, the history's worker and the page as they were built", async () => {
		for (const name of ["out/main.mjs", "out/preload.cjs", "out/history-worker.mjs", "out/page/desktop.html"]) {
			expect(extractFile(archive, name).equals(await readFile(projectPath(name))), name).toBe(true);
		}
		expect(JSON.parse(extractFile(archive, "package.json").toString("utf8"))).toMatchObject({ main: "out/main.mjs" });
	});

	it("holds no library's folder, no source, no source map, no test and nothing of the browser mode's own", () => {
		expect(files).toContain("/out/main.mjs");
		expect(
			files.filter((name) => /node_modules|\.tsx?$|\.map$|\/test\b|serve\.mjs|start-web|web\.html|\/types\//.test(name)),
		).toEqual([]);
	});

	it("names the licences of what is bundled in it", () => {
		expect(extractFile(archive, "out/licenses.md").toString("utf8")).toMatch(/mqtt/);
		expect(extractFile(archive, "out/page/licenses.md").toString("utf8")).toMatch(/react/);
	});

	it("has every fuse set", async () => {
		const wire = await getCurrentFuseWire(join(folder, "linux-unpacked/parley"));
		expect(wire).toMatchObject({
			[FuseV1Options.RunAsNode]: OFF,
			[FuseV1Options.EnableCookieEncryption]: ON,
			[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
			[FuseV1Options.EnableNodeCliInspectArguments]: OFF,
			[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
			[FuseV1Options.OnlyLoadAppFromAsar]: ON,
			[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
			[FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
		});
	});

	it("is small", async () => {
		expect((await stat(archive)).size).toBeLessThan(SIZE_GOAL_BYTES);
	});
});
