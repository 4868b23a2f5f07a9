import { expect, test } from "vitest";
import { parseArguments } from "../../../../electron/web/parse-arguments.ts";

test("without arguments it serves on its usual port, in the usual folder, and opens the browser", () => {
	expect(parseArguments([])).toEqual({ kind: "serve", port: 8484, dataFolder: null, shouldOpen: true });
});

test("port, folder and no browser can be asked for", () => {
	const asked = parseArguments(["--port", "0", "--data", "some folder", "--no-open"]);
	expect(asked).toEqual({ kind: "serve", port: 0, dataFolder: "some folder", shouldOpen: false });
});

test.each([["--help"], ["--version"]])("%s is understood", (argument) => {
	expect(parseArguments([argument])).toEqual({ kind: argument.slice(2) });
});

test.each([
	["a port beyond the last one", ["--port", "65536"]],
	["a negative port", ["--port=-1"]],
	["a port that is no number", ["--port", "http"]],
	["a port with a fraction", ["--port", "80.5"]],
	["a port without a number", ["--port"]],
	["an empty folder", ["--data", ""]],
	["an argument of no known kind", ["--host", "0.0.0.0"]],
	["a word", ["serve"]],
])("%s is answered with one sentence", (_what, args) => {
	const asked = parseArguments(args);
	if (asked.kind !== "wrong") throw new Error("it was accepted");
	expect(asked.sentence).toMatch(/\.$/);
	expect(asked.sentence).not.toContain("\n");
});
