/** Who asks the system for less motion gets none: every movement takes its time from a token that is nothing then, or is stopped by name. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectPath } from "../../../../build/project.ts";

const sheets = readdirSync(projectPath("renderer"), { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".css"))
	.map((file) => ({ file, text: readFileSync(projectPath(`renderer/${file}`), "utf8") }));

/** `transition: opacity var(--time-quick)` and the like, with the sheet that it stands in. */
const movements = sheets.flatMap(({ file, text }) =>
	[...text.matchAll(/\b(?:transition|animation):([^;}]+)/g)]
		.map(([, value = ""]) => ({ file, text, value: value.trim() }))
		.filter(({ value }) => value !== "none"),
);

test("every movement takes its time from a token", () => {
	expect(movements.length).toBeGreaterThan(10);
	expect(movements.filter(({ value }) => !value.includes("var(--time-"))).toEqual([]);
});

test("with less motion those tokens are nothing", () => {
	const tokens = sheets.find(({ file }) => file.endsWith("tokens.css"))?.text ?? "";
	const reduced = tokens.slice(tokens.indexOf("@media (prefers-reduced-motion: reduce)"));
	for (const name of ["--time-quick", "--time-calm"]) expect(reduced).toContain(`${name}: 0ms;`);
});

test("what turns without end stands still", () => {
	const endless = movements.filter(({ value }) => value.includes("infinite"));
	expect(endless.length).toBeGreaterThan(0);
	const moving = endless.filter(({ text }) => !/@media \(prefers-reduced-motion: reduce\) \{[^@]*animation: none/.test(text));
	expect(moving.map(({ file }) => file)).toEqual([]);
});

test("nothing scrolls smoothly by itself", () => {
	expect(sheets.filter(({ text }) => /(?<!over)scroll-behavior:/.test(text)).map(({ file }) => file)).toEqual([]);
});
