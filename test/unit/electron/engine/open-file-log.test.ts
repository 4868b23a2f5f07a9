import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FILE_LIMIT_BYTES, openFileLog } from "../../../../electron/engine/open-file-log.ts";

let folder = "";

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-log-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the file log", () => {
	it("writes one JSON object a line, and goes on in the same file after a restart", async () => {
		for (const event of ["first", "second"]) {
			const log = openFileLog(folder, () => 0);
			log.write("info", event, { count: 1 });
			log.close();
		}
		const lines = (await readFile(join(folder, "parley.log"), "utf8")).trim().split("\n");
		expect(lines.map((line) => JSON.parse(line))).toEqual([
			{ at: "1970-01-01T00:00:00.000Z", level: "info", event: "first", count: 1 },
			{ at: "1970-01-01T00:00:00.000Z", level: "info", event: "second", count: 1 },
		]);
	});

	it("never grows beyond two files", async () => {
		const log = openFileLog(folder, () => 0);
		const text = "x".repeat(64 * 1024);
		for (let written = 0; written < 3 * FILE_LIMIT_BYTES; written += text.length) log.write("warning", "much", { text });
		log.close();
		expect((await readdir(folder)).sort()).toEqual(["parley.earlier.log", "parley.log"]);
		expect((await stat(join(folder, "parley.log"))).size).toBeLessThanOrEqual(FILE_LIMIT_BYTES + 70_000);
	});

	it("does not mind a folder that cannot be", async () => {
		const file = join(folder, "not-a-folder");
		await writeFile(file, "");
		const log = openFileLog(file, () => 0);
		log.write("error", "lost");
		expect(() => log.close()).not.toThrow();
	});
});
