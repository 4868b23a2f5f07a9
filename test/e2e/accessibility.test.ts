/**
 * For everyone: axe on every screen in every theme, landmarks, a focus that is seen, in order and given back, and twice the size
 * without loss. The kit's own components are looked at in `kit.test.ts`.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { EMPTY_SCREENS } from "../screenshots/empty-screens.ts";
import { FULL, fillParley } from "../screenshots/fill-parley.ts";
import { FORM_SCREENS } from "../screenshots/form-screens.ts";
import { FULL_SCREENS } from "../screenshots/full-screens.ts";
import { createSay, type Screen } from "../screenshots/screen.ts";
import { OWN_THEMES } from "../screenshots/shoot.ts";
import { createConversationPage } from "./support/conversation-page.ts";
import { findSmallTargets } from "./support/find-small-targets.ts";
import { findViolations } from "./support/find-violations.ts";
import { test } from "./support/parley-test.ts";

const say = createSay("en");

/** What 1280 × 800 has left at 200 %. [WCAG 2.2, 1.4.4 and 1.4.10] */
const ZOOMED = { width: 640, height: 400 };

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function expectNoViolation(page: Page, screens: readonly Screen[]): Promise<void> {
	for (const screen of screens) {
		await screen.open(page, say);
		expect.soft(await findSmallTargets(page), `${screen.name}, too small to be pressed`).toEqual([]);
		for (const { name, colorScheme, contrast } of OWN_THEMES) {
			await page.emulateMedia({ colorScheme, contrast });
			const found = await findViolations(page, { coloursOnly: name !== "light" });
			expect.soft(found, `${screen.name}, ${name}`).toEqual([]);
		}
		await page.reload();
	}
}

test("axe finds nothing before there is a connection, in any theme", async ({ page }) => {
	test.setTimeout(120_000);
	await expectNoViolation(page, [...EMPTY_SCREENS, ...FORM_SCREENS]);
});

// In two halves, side by side: the screens are many.
for (const half of [0, 1]) {
	test(`axe finds nothing on any screen with connections and messages, in any theme (${half + 1} of 2)`, async ({
		page,
		mosquitto,
	}) => {
		test.setTimeout(300_000);
		await fillParley(page, mosquitto);
		await expectNoViolation(
			page,
			FULL_SCREENS.filter((_, index) => index % 2 === half),
		);
	});
}

test("landmarks divide the page: sections, connections, one main part with named regions", async ({ page, mosquitto }) => {
	await fillParley(page, mosquitto);
	for (const name of ["Sections", "Connections"]) await expect(page.getByRole("navigation", { name })).toBeVisible();
	const main = page.getByRole("main");
	await expect(main).toHaveCount(1);
	for (const name of ["Subscriptions", "Composer"]) await expect(main.getByRole("region", { name })).toBeVisible();
	await expect(main.getByRole("log", { name: "Conversation" })).toBeVisible();
	await expect(main.getByRole("heading", { level: 1, name: FULL })).toHaveCount(1);
});

test("what is opened takes the focus, keeps it, and gives it back to where it came from", async ({ page, mosquitto }) => {
	const conversation = createConversationPage(page);
	await conversation.connectNew({ name: "Simple Demo", host: mosquitto.host, port: mosquitto.port });
	const opened = [
		{ opener: page.getByRole("button", { name: "New Connection" }), popup: conversation.form },
		{ opener: page.getByRole("button", { name: "New Subscription" }), popup: conversation.subscriptionDialog },
		{ opener: conversation.main.getByRole("button", { name: "More actions", exact: true }), popup: page.getByRole("menu") },
		{ opener: page.getByRole("button", { name: "What the broker granted" }), popup: page.getByRole("dialog") },
	];
	for (const { opener, popup } of opened) {
		await opener.focus();
		await page.keyboard.press("Enter");
		await expect(popup).toBeVisible();
		await expect.poll(() => holdsFocus(popup)).toBe(true);
		await page.keyboard.press("Escape");
		await expect(popup).toBeHidden();
		await expect(opener).toBeFocused();
	}
});

test("every button that opens something, and every dialog of a menu or a key, gives the focus back", async ({
	page,
	mosquitto,
}) => {
	test.setTimeout(120_000);
	await fillParley(page, mosquitto);
	const opened = "[role=menu], [role=listbox], [role=dialog]";
	const popup = page.locator(opened);
	const hasFocusWithin = () => page.evaluate((within) => document.activeElement?.closest(within) !== null, opened);
	const closeAndReturn = async (opener: Locator, name: string) => {
		await expect(popup.first(), name).toBeVisible();
		await expect.poll(hasFocusWithin, name).toBe(true);
		await page.keyboard.press("Escape");
		await expect(popup, name).toHaveCount(0);
		await expect(opener, name).toBeFocused();
	};
	const openers = page.locator('button[aria-haspopup]:visible:not([tabindex="-1"]):enabled');
	const count = await openers.count();
	expect(count).toBeGreaterThan(5);
	for (let index = 0; index < count; index += 1) {
		const opener = openers.nth(index);
		const name = (await opener.getAttribute("aria-label")) ?? (await opener.textContent()) ?? "";
		await opener.focus();
		await page.keyboard.press("Enter");
		await closeAndReturn(opener, name);
	}
	const actions = page.getByRole("main").getByRole("button", { name: "More actions", exact: true });
	for (const item of ["Edit…", "Clear history…", "Delete…"]) {
		await actions.click();
		await page.getByRole("menuitem", { name: item, exact: true }).click();
		await closeAndReturn(actions, item);
	}
	const settings = page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: "Settings" });
	for (const key of ["?", "Control+k", "Control+Alt+n", "Control+Alt+s"]) {
		await settings.focus();
		await page.keyboard.press(key);
		await closeAndReturn(settings, key);
	}
});

test("every stop of the Tab key can be seen, in the order of the page, and the way leads round", async ({ page, mosquitto }) => {
	await fillParley(page, mosquitto);
	await page.locator("body").click({ position: { x: 2, y: 2 } });
	const seen: string[] = [];
	for (let stops = 0; stops < 80; stops += 1) {
		await page.keyboard.press("Tab");
		const stop = await readFocus(page);
		if (stop === null) break;
		const focused = await page.screenshot({ clip: stop.clip });
		await page.evaluate(() => (document.activeElement as HTMLElement).blur());
		// The next Tab goes on from there all the same.
		const plain = await page.screenshot({ clip: stop.clip });
		expect(focused.equals(plain), `"${stop.name}" looks the same with the focus and without`).toBe(false);
		seen.push(stop.name);
	}
	const places = ["Conversations", "Search connections", "More actions", "New Subscription", "Topic", "Publish"].map((name) =>
		seen.indexOf(name),
	);
	expect(seen.length).toBeLessThan(80);
	expect(places).toEqual([...places].sort((one, other) => one - other));
	expect(places).not.toContain(-1);
});

test("at twice the size everything is there, and nothing lies beyond the edge", async ({ page, mosquitto }) => {
	await fillParley(page, mosquitto);
	await page.setViewportSize(ZOOMED);
	const main = page.getByRole("main");
	const needed = [
		page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: "Settings" }),
		page.getByRole("button", { name: "New Connection" }),
		main.getByRole("button", { name: "Disconnect", exact: true }),
		main.getByRole("button", { name: "More actions", exact: true }),
		main.getByRole("button", { name: "New Subscription" }),
		main.getByRole("searchbox", { name: "Search messages" }),
		main.getByRole("log", { name: "Conversation" }),
		main.getByLabel("Topic", { exact: true }),
		main.getByRole("textbox", { name: "Payload" }),
		main.getByRole("button", { name: "Publish", exact: true }),
	];
	for (const each of needed) {
		await each.scrollIntoViewIfNeeded();
		await expect.soft(each).toBeInViewport({ ratio: 0.9 });
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width);

	await page.getByRole("button", { name: "New Connection" }).click();
	const form = page.getByRole("dialog", { name: "New Connection" });
	for (const name of ["Cancel", "Save and connect"]) {
		await expect(form.getByRole("button", { name, exact: true }).last()).toBeInViewport({ ratio: 0.9 });
	}
	await form.getByText("Last Will", { exact: true }).click();
	await form.getByRole("checkbox", { name: "Send a last will" }).scrollIntoViewIfNeeded();
	await expect(form.getByRole("checkbox", { name: "Send a last will" })).toBeInViewport();
});

test("the system's wish for contrast is followed, unless the settings say otherwise", async ({ page }) => {
	const readSurface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
	await expect.poll(readSurface).toBe("rgb(0, 0, 0)");
	await page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: "Settings" }).click();
	const contrast = page.getByRole("radiogroup", { name: "Contrast" });
	await contrast.getByRole("radio", { name: "Standard" }).check();
	await expect.poll(readSurface).not.toBe("rgb(0, 0, 0)");
	await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
	await contrast.getByRole("radio", { name: "High" }).check();
	await expect.poll(readSurface).toBe("rgb(255, 255, 255)");
	await page.reload();
	await expect.poll(readSurface).toBe("rgb(255, 255, 255)");
});

function holdsFocus(popup: Locator): Promise<boolean> {
	return popup.evaluate((element) => element.contains(document.activeElement));
}

interface FocusStop {
	readonly name: string;
	/** Where it stands, with its surroundings. */
	readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** null = the page has let go of it. */
function readFocus(page: Page): Promise<FocusStop | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return null;
		const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
		const name = element.getAttribute("aria-label") ?? labels[0] ?? element.textContent ?? "";
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const [x, y] = [Math.max(0, left - 16), Math.max(0, top - 16)];
		const [width, height] = [Math.min(innerWidth, right + 16) - x, Math.min(innerHeight, bottom + 16) - y];
		return { name: name.trim(), clip: { x, y, width, height } };
	});
}
