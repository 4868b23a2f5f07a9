/** One screen in every theme and size: the page stays as it is, only its surroundings change. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import { projectPath } from "../../build/project.ts";

/** The themes that are Parley's own. */
export const OWN_THEMES = [
	{ name: "light", colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
	{ name: "dark", colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
	{ name: "light-contrast", colorScheme: "light", contrast: "more", forcedColors: "none" },
	{ name: "dark-contrast", colorScheme: "dark", contrast: "more", forcedColors: "none" },
] as const;

/** And those whose colours the system gives: what is seen then is lines, shapes and words. */
const SHOT_THEMES = [
	...OWN_THEMES,
	{ name: "light-forced", colorScheme: "light", contrast: "more", forcedColors: "active" },
	{ name: "dark-forced", colorScheme: "dark", contrast: "more", forcedColors: "active" },
] as const;

const SIZES = [
	{ width: 900, height: 600 },
	{ width: 1280, height: 800 },
	{ width: 1920, height: 1080 },
] as const;

export interface Shot {
	readonly file: string;
	readonly theme: (typeof SHOT_THEMES)[number];
	readonly size: (typeof SIZES)[number];
}

/** All pictures of a screen whose name holds every one of the `wanted` words, e.g. "full", "ja", "900x600". */
export function listShots(screen: string, language: string, wanted: readonly string[]): readonly Shot[] {
	return SHOT_THEMES.flatMap((theme) =>
		SIZES.map((size) => ({
			file: `${screen}/${language}-${size.width}x${size.height}-${theme.name}.png`,
			theme,
			size,
		})),
	).filter(({ file }) => wanted.every((word) => file.includes(word)));
}

export async function shoot(page: Page, shots: readonly Shot[]): Promise<void> {
	for (const { file, theme, size } of shots) {
		const path = projectPath(`out/screenshots/${file}`);
		await mkdir(dirname(path), { recursive: true });
		const { colorScheme, contrast, forcedColors } = theme;
		await page.emulateMedia({ colorScheme, contrast, forcedColors, reducedMotion: "reduce" });
		await page.setViewportSize(size);
		await page.evaluate(() => document.fonts.ready);
		await page.screenshot({ path, animations: "disabled" });
	}
}
