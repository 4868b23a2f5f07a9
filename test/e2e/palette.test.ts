/** The palette and the sheet of shortcuts, by keys alone; both are made from the one list of actions. */
import { expect, type Page } from "@playwright/test";
import { test } from "./support/brokers.ts";

const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const field = (page: Page) => palette(page).getByRole("combobox", { name: "Commands" });
const option = (page: Page, name: string) => palette(page).getByRole("option", { name });

test("the palette runs a command that is possible now, and goes to a connection", async ({ page, conversation, broker }) => {
	const { host, port } = broker;
	await conversation.connectNew({ name: "Kitchen", host, port });
	await conversation.connectNew({ name: "Garage", host, port });

	await page.keyboard.press("Control+k");
	await expect(field(page)).toBeFocused();
	await expect(option(page, "Disconnect")).toBeVisible();
	// Only what can be done: it is connected.
	await expect(palette(page).getByRole("option", { name: "Connection Connect", exact: true })).toHaveCount(0);
	await page.keyboard.type("kitch");
	await expect(option(page, "Kitchen")).toHaveAttribute("data-highlighted", "");
	await page.keyboard.press("Enter");
	await expect(palette(page)).toBeHidden();
	await expect(conversation.row("Kitchen")).toHaveAttribute("aria-current", "true");

	// Letters may be missing.
	await page.keyboard.press("Control+k");
	await page.keyboard.type("dscon");
	await page.keyboard.press("Enter");
	await expect(conversation.status).toHaveText("Not connected");
});

test("the arrow keys choose, Escape and the key that opened it close it, and the focus returns", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	const topic = conversation.composer.getByLabel("Topic", { exact: true });
	await topic.focus();
	for (const key of ["Escape", "Control+k"]) {
		await page.keyboard.press("Control+k");
		await expect(field(page)).toBeFocused();
		await page.keyboard.type("set");
		await page.keyboard.press(key);
		await expect(palette(page)).toBeHidden();
		await expect(topic).toBeFocused();
	}
	await page.keyboard.press("Control+k");
	await page.keyboard.type("nothing is called like this");
	await expect(palette(page)).toContainText("Nothing matches.");
	await field(page).fill("search");
	const first = palette(page).getByRole("option").first();
	await expect(first).toHaveAttribute("data-highlighted", "");
	await page.keyboard.press("ArrowDown");
	await expect(palette(page).getByRole("option").nth(1)).toHaveAttribute("data-highlighted", "");
	await field(page).fill("search messages");
	await page.keyboard.press("Enter");
	// A command that moves the focus keeps it.
	await expect(page.getByRole("searchbox", { name: "Search messages" })).toBeFocused();
});

test("Enter that ends the composing of a character runs nothing", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	await page.keyboard.press("Control+k");
	await page.keyboard.type("disconnect");
	await field(page).dispatchEvent("keydown", { key: "Enter", code: "Enter", isComposing: true, bubbles: true });
	await expect(palette(page)).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(conversation.status).toHaveText("Not connected");
});

test("the sheet names every key, from the question mark and from the palette", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await conversation.row("Kitchen").focus();
	await page.keyboard.press("Shift+?");
	await expect(sheet.getByRole("region", { name: "View" })).toContainText("Find a command");
	await expect(sheet.getByRole("region", { name: "View" })).toContainText("Ctrl+K");
	await expect(sheet.getByRole("region", { name: "Messages", exact: true })).toContainText("Ctrl+F/");
	await page.keyboard.press("Escape");
	await expect(sheet).toBeHidden();
	await expect(conversation.row("Kitchen")).toBeFocused();

	await page.keyboard.press("Control+k");
	await page.keyboard.type("shortcuts");
	await page.keyboard.press("Enter");
	await expect(sheet).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(conversation.row("Kitchen")).toBeFocused();

	await page.keyboard.press("/");
	const search = page.getByRole("searchbox", { name: "Search messages" });
	await expect(search).toBeFocused();
	// Where text is typed, both are text.
	await page.keyboard.type("/?");
	await expect(search).toHaveValue("/?");
	await expect(sheet).toBeHidden();
});
