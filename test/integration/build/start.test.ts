/** `npm start` and `npm run web`, as a person runs them, where no desktop app can be opened. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectFolder, projectPath } from "../../../build/project.ts";
import { type LaunchedProgram, launchProgram } from "../../support/launch-program.ts";

let folder = "";
let program: LaunchedProgram | null = null;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-start-"));
});

afterEach(async () => {
	await program?.kill("SIGKILL");
	await rm(folder, { recursive: true, force: true });
});

function launch(script: string): LaunchedProgram {
	const preload = projectPath("build/require-node.mjs");
	const args = ["--import", preload, projectPath(script), "--port", "0", "--no-open", "--data", folder];
	return launchProgram(process.execPath, args, { cwd: projectFolder, environment: { DISPLAY: "", WAYLAND_DISPLAY: "" } });
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/;

describe("npm start", () => {
	it("says in one sentence why there is no desktop app, and serves the browser mode", async () => {
		program = launch("build/start.ts");
		await program.waitForLine(ADDRESS, { limitMs: 30_000 });
		const sentences = program.lines.filter((line) => line.includes("desktop app"));
		expect(sentences).toEqual(["The desktop app cannot run here (there is no display), so Parley opens in the browser."]);
	});

	it("passes the end on: the server closes in order when it is told to", async () => {
		program = launch("build/start.ts");
		await program.waitForLine(ADDRESS, { limitMs: 30_000 });
		await program.kill("SIGTERM");
		expect(await program.ended).toBe(0);
	});
});

describe("npm run web", () => {
	it("serves the browser mode without a word about a desktop", async () => {
		program = launch("build/web.ts");
		await program.waitForLine(ADDRESS, { limitMs: 30_000 });
		expect(program.lines.join("\n")).not.toContain("desktop");
	});

	it("ends with an error and one sentence where the data folder is in use", async () => {
		program = launch("build/web.ts");
		await program.waitForLine(ADDRESS, { limitMs: 30_000 });
		const second = launch("build/web.ts");
		expect(await second.ended).toBe(1);
		expect(second.lines).toHaveLength(1);
	});
});
