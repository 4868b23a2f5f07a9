/** Every text of the page is said somewhere, and a key that is put together belongs to a family that is listed. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectFolder, projectPath } from "../../build/project.ts";
import { en } from "../../renderer/i18n/en.ts";
import { findUnusedTexts } from "./find-unused-texts.ts";
import { TEXT_FAMILIES } from "./text-families.ts";

/** Where texts and the lists of their names are written, which is no use of them. */
const WRITTEN = new Set([
	...["en.ts", "zh-cn.ts", "ja.ts"].map((file) => `renderer/i18n/${file}`),
	...["failure.ts", "failure-text.ts", "transport-failure-text.ts"].map((file) => `shared/model/${file}`),
]);

function listKeys(tree: object, path = ""): string[] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === "string" ? [`${path}${key}`] : listKeys(value, `${path}${key}.`),
	);
}

function readSources(): ReadonlyMap<string, string> {
	const files = execFileSync(
		"git",
		["ls-files", "--cached", "--others", "--exclude-standard", "shared", "electron", "renderer"],
		{
			cwd: projectFolder,
			encoding: "utf8",
		},
	);
	const paths = files.split("\n").filter((file) => /\.tsx?$/.test(file) && !WRITTEN.has(file) && existsSync(projectPath(file)));
	return new Map(paths.map((path) => [path, readFileSync(projectPath(path), "utf8")]));
}

describe("the page's texts", () => {
	const found = findUnusedTexts(listKeys(en), readSources(), TEXT_FAMILIES);

	it("are each said by somebody", () => {
		expect(found.unused).toEqual([]);
	});

	it("are put together only by the families that are listed", () => {
		expect(found.unlisted).toEqual([]);
	});

	it("have no family that nobody puts together", () => {
		expect(found.stale).toEqual([]);
	});
});

describe("a text that nobody says is found", () => {
	const page = (text: string) => new Map([["renderer/a.tsx", text]]);
	const colours = { key: "colour.*", namedIn: ["renderer/a.tsx"] };

	it("though a comment, a longer key or a file outside the page names it", () => {
		const sources = new Map([...page('say("a.b.c"); // "a.b"'), ["electron/a.ts", 'log("a.b")']]);
		expect(findUnusedTexts(["a.b", "a.b.c"], sources, []).unused).toEqual(["a.b"]);
	});

	it("among the members of a family: not named where they stand", () => {
		const sources = page(`const COLOURS = ["red"]; say(\`colour.\${one}\`)`);
		expect(findUnusedTexts(["colour.red", "colour.blue"], sources, [colours]).unused).toEqual(["colour.blue"]);
	});

	it("and so are a composed key that is not listed and a family that has gone", () => {
		const sources = page(`say(\`shape.\${one}\`)`);
		const found = findUnusedTexts(["shape.round"], sources, [colours]);
		expect(found.unlisted).toEqual(["renderer/a.tsx: shape.*"]);
		expect(found.stale).toEqual(["colour.*"]);
	});

	it("while one key stands for both forms of its plural", () => {
		expect(findUnusedTexts(["n_one", "n_other"], page('say("n", { count })'), []).unused).toEqual([]);
	});
});
