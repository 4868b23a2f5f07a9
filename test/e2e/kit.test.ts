/**
 * The kit page: every component in every state and theme looks as it did, and axe finds nothing. The pictures were taken with one
 * Chromium, whose version stands beside them; with another one they are compared all the same, and the test says so. New ones:
 * `npm run kit:references`, and then look at each before it is committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { projectPath } from "../../build/project.ts";
import { buildKit } from "../kit/build-kit.ts";
import { KIT_THEMES, type KitTheme } from "../kit/kit-theme.ts";
import { type KitServer, openKitServer } from "../kit/open-kit-server.ts";
import { findViolations } from "./support/find-violations.ts";

const VERSION_FILE = projectPath("test/e2e/references/chromium.txt");
/** High contrast changes values alone, so one group shows it. */
const GROUPS: Readonly<Record<KitTheme, readonly string[]>> = {
	light: ["buttons", "fields", "editors", "layout", "choices", "signs", "words"],
	dark: ["buttons", "fields", "editors", "layout", "choices", "signs", "words"],
	"light-more": ["choices"],
	"dark-more": ["choices"],
};

/** What opens, and from which button. */
const FLOATS = [
	{ name: "menu", button: "More actions", role: "menu" },
	{ name: "popover", button: "What the broker granted", role: "dialog" },
	{ name: "dialog", button: "Open the dialog", role: "dialog" },
	{ name: "commands", button: "Open the commands", role: "dialog" },
	{ name: "question", button: "Open the question", role: "dialog" },
] as const;

// One worker: the page is built once, and into one folder.
test.describe.configure({ mode: "default" });
test.use({
	// Higher than every group: what scrolls is cut off at its edge.
	viewport: { width: 800, height: 1800 },
	contextOptions: { reducedMotion: "reduce" },
});

let server: KitServer;

test.beforeAll(async () => {
	await buildKit();
	server = await openKitServer();
});

test.afterAll(() => server.close());

test.beforeEach(({ browser }, testInfo) => {
	if (testInfo.config.updateSnapshots === "all") writeFileSync(VERSION_FILE, `${browser.version()}\n`);
	const recorded = readFileSync(VERSION_FILE, "utf8").trim();
	if (recorded === browser.version()) return;
	const difference = `The references were taken with Chromium ${recorded}; this is ${browser.version()}. They are compared all the same.`;
	testInfo.annotations.push({ type: "other browser", description: difference });
	console.warn(difference);
});

async function openKit(page: Page, theme: KitTheme): Promise<void> {
	await page.goto(`${server.address}#${theme}`);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.evaluate(() => document.fonts.ready);
	// The engine of the editors comes after the page.
	await expect(page.locator("textarea[placeholder=Payload]")).toHaveCount(0);
}

for (const theme of KIT_THEMES) {
	test(`every component looks as it did: ${theme}`, async ({ page }) => {
		await openKit(page, theme);
		for (const group of GROUPS[theme]) {
			await expect.soft(page.locator(`[data-group=${group}]`)).toHaveScreenshot(`${group}-${theme}.png`);
		}
	});

	test(`what opens looks as it did, and gives the focus back: ${theme}`, async ({ page }) => {
		await openKit(page, theme);
		for (const { name, button, role } of FLOATS) {
			const opener = page.getByRole("button", { name: button });
			await opener.click();
			const popup = page.getByRole(role);
			await expect.soft(popup).toHaveScreenshot(`${name}-${theme}.png`);
			await page.keyboard.press("Escape");
			await expect(popup).toBeHidden();
			await expect(opener).toBeFocused();
		}
	});

	test(`axe finds nothing on the kit page: ${theme}`, async ({ page }) => {
		await openKit(page, theme);
		expect(await findViolations(page)).toEqual([]);
		for (const { button, role } of FLOATS) {
			await page.getByRole("button", { name: button }).click();
			await expect(page.getByRole(role)).toBeVisible();
			expect(await findViolations(page), button).toEqual([]);
			await page.keyboard.press("Escape");
			await expect(page.getByRole(role)).toBeHidden();
		}
	});
}

test("the policy lets the kit page load its faces, and nothing from elsewhere", async ({ page }) => {
	const asked: string[] = [];
	const refused: string[] = [];
	page.on("request", (request) => asked.push(request.url()));
	page.on("console", (message) => {
		if (message.type() === "error") refused.push(message.text());
	});
	await openKit(page, "light");
	expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([]);
	expect(refused).toEqual([]);
	expect(await hasFace(page, "Inter Variable")).toBe(true);
	expect(await hasFace(page, "JetBrains Mono Variable")).toBe(true);
});

test("with forced colours what is on can be told from what is off", async ({ page }) => {
	await page.emulateMedia({ forcedColors: "active" });
	await openKit(page, "light");
	const choices = page.locator("[data-group=choices]");
	expect(await readPaint(choices.getByRole("checkbox", { name: "Retain" }).first())).not.toBe(
		await readPaint(choices.getByRole("checkbox", { name: "Retain", checked: true }).first()),
	);
	const marks = await page.locator("[data-group=signs] [data-show], [data-group=signs] span").evaluateAll((elements) => {
		return new Set(elements.map((element) => getComputedStyle(element).backgroundColor)).size;
	});
	expect(marks).toBeGreaterThan(8);
});

function hasFace(page: Page, family: string): Promise<boolean> {
	return page.evaluate(
		(name) => [...document.fonts].some((face) => face.family.replaceAll('"', "") === name && face.status === "loaded"),
		family,
	);
}

function readPaint(locator: Locator): Promise<string> {
	return locator.evaluate((element) => getComputedStyle(element).backgroundColor);
}
