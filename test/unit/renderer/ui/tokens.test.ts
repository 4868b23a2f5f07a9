import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const page = fileURLToPath(new URL("../../../../renderer", import.meta.url));
const css = readFileSync(join(page, "ui/tokens.css"), "utf8");

/** A token's colour in one theme, as the file has it. */
function readColor(name: string, theme: "light" | "dark"): string {
	const value = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css)?.[1] ?? "";
	const reference = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1];
	if (reference !== undefined) return readColor(reference, theme);
	const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
	const color = pair === null ? value : pair[theme === "light" ? 1 : 2];
	if (color === undefined || !/^#[0-9a-f]{6}$/.test(color)) throw new Error(`--color-${name} has no colour: ${value}`);
	return color;
}

/** [WCAG 2.2, relative luminance] */
function readLuminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readContrast(one: string, other: string, theme: "light" | "dark"): number {
	const [lighter = 0, darker = 0] = [one, other].map((name) => readLuminance(readColor(name, theme))).sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ["frame", "panel", "surface", "raised", "sunken", "hover", "selected"];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
	const failing = (pairs: readonly (readonly [string, string])[], least: number) =>
		pairs
			.map(([one, other]) => [`${one} on ${other}`, readContrast(one, other, theme)] as const)
			.filter(([, contrast]) => contrast < least)
			.map(([pair, contrast]) => `${pair}: ${contrast.toFixed(2)}`);

	test("every text can be read on every surface it may stand on", () => {
		const quiet = SURFACES.filter((surface) => surface !== "selected");
		expect(
			failing(
				[
					...SURFACES.flatMap((surface) => [["text", surface] as const, ["text-muted", surface] as const]),
					...quiet.map((surface) => ["text-subtle", surface] as const),
					["accent-text", "surface"],
					["accent-text", "accent-soft"],
					["accent-text", "selected"],
					["on-accent", "accent"],
					["on-accent", "accent-hover"],
					["on-accent", "danger-fill"],
					["danger-text", "surface"],
					["danger-text", "panel"],
					["danger-text", "raised"],
					["danger-text", "danger-soft"],
					["text-muted", "danger-soft"],
					["text-muted", "warning-soft"],
					["text-muted", "accent-soft"],
					["warning-text", "surface"],
					["warning-text", "warning-soft"],
					["success-text", "success-soft"],
					["received-text", "received"],
					["published-text", "published"],
					["text", "match"],
				],
				4.5,
			),
		).toEqual([]);
	});

	test("edges of controls, states and marks stand out from what they are on", () => {
		const marks = ["blue", "green", "amber", "red", "violet", "teal", "pink", "lime"].map((colour) => `mark-${colour}`);
		const states = ["success", "progress", "warning", "danger", "idle", "focus", "border-strong"];
		expect(
			failing(
				["surface", "panel"].flatMap((surface) => [...states, ...marks].map((name) => [name, surface] as const)),
				3,
			),
		).toEqual([]);
	});
});

test("no component brings a colour of its own", () => {
	const files = globSync("**/*.module.css", { cwd: page });
	expect(files.length).toBeGreaterThan(20);
	const own = files.filter((file) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(readFileSync(join(page, file), "utf8")));
	expect(own).toEqual([]);
});
