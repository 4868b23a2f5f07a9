/** Names that say nothing, files that hold a second subject, tests that prove nothing: found here, not in a review. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder, projectPath } from "../../build/project.ts";

const LIMIT_LINES = 300;

/** Has no better name = has no home yet. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|manager|data|info|types|index|stuff)$|(-utils?|-helpers?|-manager|-misc|-v2)$/;

/** What the repository holds, and what is new and not ignored. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
	cwd: projectFolder,
	encoding: "utf8",
})
	.split("\n")
	.filter((file) => file !== "" && existsSync(projectPath(file)));
const sources = files.filter((file) => /^(shared|electron|renderer|build|test)\/.*\.(ts|tsx|mjs|css)$/.test(file));
const tests = sources.filter((file) => /\.test\.tsx?$/.test(file));

/** `connection-form.module.css` -> `connection-form`. */
function nameOf(file: string): string {
	return basename(file).replace(/(\.test|\.module|\.table|\.config|\.d)?\.(ts|tsx|mjs|css)$/, "");
}

/** Long by nature: one entry after the other. A language is one file. */
function isTable(file: string): boolean {
	return file.includes(".table.") || /^renderer\/i18n\/[a-z]{2}(-[a-z]+)?\.ts$/.test(file);
}

describe("the sources", () => {
	it("are in files of at most 300 lines, tables and tests apart", () => {
		const long = sources
			.filter((file) => !tests.includes(file) && !isTable(file))
			.map((file) => ({ file, lines: readFileSync(projectPath(file), "utf8").trimEnd().split("\n").length }))
			.filter(({ lines }) => lines > LIMIT_LINES);
		expect(long).toEqual([]);
	});

	it("have names in kebab-case", () => {
		expect(sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(nameOf(file)))).toEqual([]);
	});

	it("have folders in kebab-case with names that say something", () => {
		const folders = new Set(sources.flatMap((file) => file.split("/").slice(1, -1)));
		expect([...folders].filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || EMPTY_NAMES.test(name))).toEqual([]);
	});

	it("have no name that says nothing", () => {
		expect(sources.filter((file) => EMPTY_NAMES.test(nameOf(file)))).toEqual([]);
	});

	it("hold no note of what is still to do", () => {
		const marked = sources.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(readFileSync(projectPath(file), "utf8")));
		expect(marked.filter((file) => !file.startsWith("test/architecture/"))).toEqual([]);
	});
});

describe("the tests", () => {
	it("mock no module, sleep nowhere, and none is skipped or alone", () => {
		const forbidden =
			/\b(vi|vitest)\.(mock|doMock)\(|\.(skip|only|todo|fixme)\(|\bwaitForTimeout\(|\bawait (sleep|delay)\(|new Promise\(\(?\w*\)? => setTimeout\(/;
		const found = tests
			.filter((file) => !file.startsWith("test/architecture/"))
			.flatMap((file) =>
				readFileSync(projectPath(file), "utf8")
					.split("\n")
					.flatMap((line, index) => (forbidden.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
			);
		expect(found).toEqual([]);
	});
});
