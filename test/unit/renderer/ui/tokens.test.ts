import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const page = fileURLToPath(new URL("../../../../renderer", import.meta.url));
const css = readFileSync(join(page, "ui/tokens.css"), "utf8");
const [standard = "", more = ""] = css.split(':root[data-contrast="more"]');

type Theme = "light" | "dark" | "light, high contrast" | "dark, high contrast";
const THEMES: readonly Theme[] = ["light", "dark", "light, high contrast", "dark, high contrast"];
const isHigh = (theme: Theme) => theme.endsWith("high contrast");

/** A token's colour in one theme, as the file has it. */
function readColor(name: string, theme: Theme): string {
	const find = (part: string) =>
		new RegExp(`--color-${name}:\\s*light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(part.split("}")[0] ?? "");
	const pair = (isHigh(theme) ? find(more) : null) ?? find(standard);
	const color = pair?.[theme.startsWith("light") ? 1 : 2];
	if (color === undefined) throw new Error(`--color-${name} has no colour`);
	return color;
}

type Rgb = readonly [number, number, number];

function readLinear(color: string): Rgb {
	const channel = (at: number) => {
		const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

/** [WCAG 2.2, relative luminance] */
function readLuminance(color: string): number {
	const [red, green, blue] = readLinear(color);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readContrast(one: string, other: string, theme: Theme): number {
	const [lighter = 0, darker = 0] = [one, other].map((name) => readLuminance(readColor(name, theme))).sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

type Pair = readonly [string, string];
const pairs = (texts: readonly string[], surfaces: readonly string[]): readonly Pair[] =>
	texts.flatMap((text) => surfaces.map((surface): Pair => [text, surface]));

const SURFACES = ["frame", "panel", "surface", "raised", "sunken", "hover", "selected"];
const QUIET = SURFACES.filter((surface) => surface !== "selected");
const MARKS = ["blue", "green", "amber", "red", "violet", "teal", "pink", "lime"].map((colour) => `mark-${colour}`);

describe.each(THEMES)("in the %s theme", (theme) => {
	const failing = (all: readonly Pair[], least: number) =>
		all
			.map(([one, other]) => [`${one} on ${other}`, readContrast(one, other, theme)] as const)
			.filter(([, contrast]) => contrast < least)
			.map(([pair, contrast]) => `${pair}: ${contrast.toFixed(2)}`);

	test("every text can be read on every surface it may stand on", () => {
		const texts: readonly Pair[] = [
			...pairs(["text", "text-muted"], [...SURFACES, "danger-soft", "warning-soft", "accent-soft", "success-soft"]),
			...pairs(["text-subtle"], QUIET),
			...pairs(["accent-text"], ["surface", "panel", "raised", "hover", "accent-soft", "selected"]),
			...pairs(["on-accent"], ["accent", "accent-hover", "accent-active", "danger-fill", "danger-hover", "danger-active"]),
			...pairs(["danger-text"], ["surface", "panel", "raised", "hover", "danger-soft", "received", "published"]),
			...pairs(["warning-text"], ["surface", "panel", "raised", "warning-soft"]),
			...pairs(["success-text"], ["surface", "panel", "raised", "success-soft"]),
			...pairs(["text-muted", "qos-0", "qos-1", "qos-2", "retained"], ["received", "published", "surface", "panel"]),
		];
		expect(failing(texts, isHigh(theme) ? 7 : 4.5)).toEqual([]);
	});

	test("payload text, plain and as JSON, is AAA wherever a payload stands, marked by a search or a comparison too", () => {
		const json = ["json-key", "json-string", "json-number", "json-literal"];
		const payloads: readonly Pair[] = [
			["received-text", "received"],
			["published-text", "published"],
			...pairs(["text"], ["surface", "sunken", "panel"]),
			...pairs(json, ["received", "published", "surface", "sunken"]),
			...pairs(["text", "received-text", "published-text"], ["match", "added", "removed"]),
		];
		expect(failing(payloads, 7)).toEqual([]);
		expect(failing(pairs(["json-mark"], ["received", "published", "surface", "sunken"]), 4.5)).toEqual([]);
	});

	test("edges of controls, states and marks stand out from what they are on", () => {
		const states = ["success", "progress", "warning", "danger", "idle", "focus", "border-strong", "accent", "danger-fill"];
		expect(failing(pairs([...states, ...MARKS], ["surface", "panel"]), 3)).toEqual([]);
	});

	test("no two marks look alike, to colour-blind eyes neither", () => {
		const alike = Object.entries(VISIONS).flatMap(([vision, matrix]) => {
			const seen = MARKS.map((name) => toOklab(applyMatrix(matrix, readLinear(readColor(name, theme)))));
			return MARKS.flatMap((name, index) =>
				MARKS.slice(0, index).map((other, at) => {
					const distance = Math.hypot(...[0, 1, 2].map((axis) => (seen[index]?.[axis] ?? 0) - (seen[at]?.[axis] ?? 0)));
					return { pair: `${name} and ${other}, ${vision}`, distance };
				}),
			);
		});
		// Two shades that people tell apart side by side differ by about 0.02.
		expect(alike.filter(({ distance }) => distance < 0.09)).toEqual([]);
	});
});

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes (2009), at full severity. */
const VISIONS: Readonly<Record<string, Matrix>> = {
	"all cones": [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

function applyMatrix(matrix: Matrix, [x, y, z]: Rgb): Rgb {
	const row = ([a, b, c]: Rgb) => Math.min(1, Math.max(0, a * x + b * y + c * z));
	return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Ottosson's Oklab: distances in it are about as large as they look. */
function toOklab([red, green, blue]: Rgb): Rgb {
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return [
		0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
		1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
		0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
	];
}

const modules = globSync("**/*.css", { cwd: page }).map((file) => ({ file, text: readFileSync(join(page, file), "utf8") }));

test("no component brings a colour of its own", () => {
	const components = modules.filter(({ file }) => file.endsWith(".module.css"));
	expect(components.length).toBeGreaterThan(20);
	const own = components.filter(({ text }) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(text));
	expect(own.map(({ file }) => file)).toEqual([]);
});

test("no component names a token that there is not", () => {
	const known = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
	const missing = modules.flatMap(({ file, text }) => {
		const own = new Set([...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
		return [...text.matchAll(/var\((--(?:color|font|text|line|weight|track|space|radius|control|shadow|time|ease|layer)[\w-]*)/g)]
			.map(([, name]) => name)
			.filter((name) => !known.has(name) && !own.has(name))
			.map((name) => `${file}: ${name}`);
	});
	expect(missing).toEqual([]);
});
