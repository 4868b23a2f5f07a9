import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuildCurrent, OUTPUTS, SOURCES, writeBuildStamp } from "../../../build/build-stamp.ts";

const BUILT_AT = new Date("2026-01-02T00:00:00Z");
const BEFORE = new Date("2026-01-01T00:00:00Z");
const AFTER = new Date("2026-01-03T00:00:00Z");

let root = "";

async function put(path: string, at: Date): Promise<void> {
	const file = join(root, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, "");
	await utimes(file, at, at);
	await utimes(dirname(file), at, at);
}

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "parley-stamp-"));
	for (const source of SOURCES) await put(source.includes(".") ? source : `${source}/deep/file.ts`, BEFORE);
	for (const source of SOURCES) await utimes(join(root, source), BEFORE, BEFORE);
	for (const output of OUTPUTS) await put(output, AFTER);
	await writeBuildStamp(BUILT_AT, root);
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("a build", () => {
	it("is current when every source is older than its beginning", async () => {
		expect(await isBuildCurrent(root)).toBe(true);
	});

	it.each(["shared/deep/file.ts", "electron/deep/file.ts", "renderer/deep/new.css", "package-lock.json"])(
		"is not current when %s was changed since, even during it",
		async (source) => {
			await put(source, AFTER);
			expect(await isBuildCurrent(root)).toBe(false);
		},
	);

	it("is not current when a source was removed since", async () => {
		await rm(join(root, "renderer/deep/file.ts"));
		expect(await isBuildCurrent(root)).toBe(false);
	});

	it.each(["out/page/desktop.html", "out/serve.mjs", "out/build-stamp"])("is not current without %s", async (output) => {
		await rm(join(root, output));
		expect(await isBuildCurrent(root)).toBe(false);
	});
});
