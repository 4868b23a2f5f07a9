import { expect, type Locator, type Page } from "@playwright/test";
import type { SayText } from "../../renderer/i18n/use-text.ts";
import { openSection } from "./empty-screens.ts";
import { FAILED, FOLDER, FULL, IDLE, QUIET, WAITING } from "./fill-parley.ts";
import type { Screen } from "./screen.ts";

async function openConversation(page: Page, say: SayText, name: string): Promise<Locator> {
	await page
		.getByRole("navigation", { name: say("connection.list") })
		.getByRole("treeitem")
		.filter({ has: page.getByText(name, { exact: true }) })
		.click();
	const main = page.getByRole("main");
	await expect(main.getByRole("heading", { level: 1, name })).toBeVisible();
	return main;
}

async function openFull(page: Page, say: SayText): Promise<Locator> {
	const main = await openConversation(page, say, FULL);
	await expect(main.getByRole("article").last()).toBeVisible();
	return main;
}

async function search(page: Page, say: SayText, words: string): Promise<Locator> {
	const main = await openFull(page, say);
	await main.getByRole("searchbox", { name: say("conversation.search") }).fill(words);
	return main;
}

async function openMessageMenu(page: Page, say: SayText): Promise<void> {
	const main = await openFull(page, say);
	const message = main.getByRole("article").filter({ hasText: "90 °C" });
	await message.getByRole("button", { name: say("conversation.message.actions") }).click();
	await expect(page.getByRole("menu")).toBeVisible();
}

async function openMenu(page: Page, say: SayText): Promise<void> {
	const main = await openFull(page, say);
	await main.getByRole("button", { name: say("connection.moreActions"), exact: true }).click();
	await expect(page.getByRole("menu")).toBeVisible();
}

async function openFromSendMenu(page: Page, say: SayText, item: string): Promise<void> {
	const main = await openFull(page, say);
	await main.getByRole("button", { name: say("composer.sendMore") }).click();
	await page.getByRole("menuitem", { name: item, exact: true }).click();
	await expect(page.getByRole("dialog")).toBeVisible();
}

/** In this page alone: the ones after it begin with the chat again. */
async function openCompact(page: Page, say: SayText): Promise<Locator> {
	const main = await openFull(page, say);
	await main.getByRole("radio", { name: say("conversation.viewCompact") }).check();
	await expect(main.getByRole("group", { name: say("conversation.columns.name") })).toBeVisible();
	await page.evaluate(() => localStorage.removeItem("parley.messageView"));
	return main;
}

/** What `fillParley` has made. */
export const FULL_SCREENS: readonly Screen[] = [
	{ name: "full", open: async (page, say) => void (await openFull(page, say)) },
	{ name: "full-quiet", open: async (page, say) => void (await openConversation(page, say, QUIET)) },
	{ name: "full-idle", open: async (page, say) => void (await openConversation(page, say, IDLE)) },
	{ name: "full-failed", open: async (page, say) => void (await openConversation(page, say, FAILED)) },
	{ name: "full-waiting", open: async (page, say) => void (await openConversation(page, say, WAITING)) },
	{
		name: "full-filtered",
		open: async (page, say) => {
			const main = await openFull(page, say);
			const notes = main.getByRole("listitem").filter({ hasText: "notes" }).getByRole("button").first();
			await notes.click();
			await expect(notes).toHaveAttribute("aria-pressed", "true");
		},
	},
	{
		name: "full-search",
		open: async (page, say) => expect((await search(page, say, "bearing")).locator("mark").first()).toBeVisible(),
	},
	{
		name: "full-search-nothing",
		open: async (page, say) => {
			const main = await search(page, say, "nowhere to be found");
			await expect(main.getByText(say("conversation.noMatch"), { exact: true }).first()).toBeVisible();
		},
	},
	{ name: "full-compact", open: async (page, say) => void (await openCompact(page, say)) },
	{
		name: "full-compact-columns",
		open: async (page, say) => {
			const main = await openCompact(page, say);
			await main.getByRole("searchbox", { name: say("conversation.search") }).fill("bearing");
			await expect(main.locator("mark").first()).toBeVisible();
			await main.getByRole("button", { name: say("conversation.columns.choose") }).click();
			await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
		},
	},
	{
		name: "full-dense",
		open: async (page, say) => {
			await openFull(page, say);
			await page.evaluate(() => {
				document.documentElement.dataset["density"] = "compact";
			});
		},
	},
	{
		name: "full-properties",
		open: async (page, say) => {
			const main = await openFull(page, say);
			await main.getByRole("button", { name: say("composer.properties"), exact: true }).click();
			await expect(main.getByRole("region", { name: say("composer.properties") })).toBeVisible();
		},
	},
	{
		name: "full-variables",
		open: async (page, say) => {
			const main = await openFull(page, say);
			await main.getByRole("button", { name: say("composer.variables.title") }).click();
			await expect(page.getByRole("dialog")).toBeVisible();
		},
	},
	{ name: "full-saved-messages", open: (page, say) => openFromSendMenu(page, say, say("action.savedMessages")) },
	{
		name: "full-granted",
		open: async (page, say) => {
			const main = await openFull(page, say);
			await main.getByRole("button", { name: say("granted.title"), exact: true }).click();
			await expect(page.getByRole("dialog")).toBeVisible();
		},
	},
	{
		name: "full-row-menu",
		open: async (page, say) => {
			await openFull(page, say);
			await page.getByRole("treeitem").filter({ hasText: FULL }).press("Shift+F10");
			await expect(page.getByRole("menu")).toBeVisible();
		},
	},
	{
		name: "full-move",
		open: async (page, say) => {
			await openMenu(page, say);
			await page.getByRole("menuitem", { name: say("action.moveConnection"), exact: true }).click();
			await expect(page.getByRole("dialog", { name: say("folder.moveTitle", { name: FULL }) })).toBeVisible();
		},
	},
	{
		name: "full-delete-folder",
		open: async (page, say) => {
			await openFull(page, say);
			await page.getByRole("treeitem").filter({ hasText: FOLDER }).press("Shift+F10");
			await page.getByRole("menuitem", { name: say("action.deleteFolder"), exact: true }).click();
			await expect(page.getByRole("dialog", { name: say("folder.delete.title", { name: FOLDER }) })).toBeVisible();
		},
	},
	{ name: "full-menu", open: openMenu },
	{ name: "full-message-menu", open: openMessageMenu },
	{
		name: "full-details",
		open: async (page, say) => {
			await openMessageMenu(page, say);
			await page.getByRole("menuitem", { name: say("action.showDetails"), exact: true }).click();
			await expect(page.getByRole("complementary", { name: say("inspector.name") })).toBeVisible();
		},
	},
	{
		name: "full-palette",
		open: async (page, say) => {
			await openFull(page, say);
			await page.keyboard.press("ControlOrMeta+k");
			await expect(page.getByRole("dialog", { name: say("palette.name") })).toBeVisible();
		},
	},
	{
		name: "full-shortcuts",
		open: async (page, say) => {
			await openFull(page, say);
			await page.keyboard.press("?");
			await expect(page.getByRole("dialog", { name: say("action.showShortcuts") })).toBeVisible();
		},
	},
	{
		name: "full-subscribe",
		open: async (page, say) => {
			const main = await openFull(page, say);
			await main.getByRole("button", { name: say("action.newSubscription") }).click();
			const dialog = page.getByRole("dialog", { name: say("subscription.newTitle") });
			await dialog.getByRole("textbox", { name: say("subscription.filters"), exact: true }).fill("a/#/b");
			await expect(dialog.getByRole("alert").first()).toBeVisible();
		},
	},
	{
		name: "full-subscribe-options",
		open: async (page, say) => {
			const main = await openFull(page, say);
			await main.getByRole("button", { name: say("action.newSubscription") }).click();
			const dialog = page.getByRole("dialog", { name: say("subscription.newTitle") });
			await dialog.getByRole("textbox", { name: say("subscription.filters"), exact: true }).fill("$share/line/factory/#");
			await dialog.getByRole("checkbox", { name: say("subscription.noLocal") }).check();
			await dialog.getByRole("radio", { name: say("subscription.identifierKind.own"), exact: true }).check();
			await dialog.getByRole("textbox", { name: say("subscription.ownIdentifier"), exact: true }).fill("0");
			await dialog.getByRole("button", { name: say("form.propertyAdd") }).click();
			await dialog.getByRole("button", { name: say("subscription.subscribe"), exact: true }).click();
			await expect(dialog.getByRole("alert").first()).toBeVisible();
		},
	},
	{
		name: "full-edit-note",
		open: async (page, say) => {
			await openMenu(page, say);
			await page.getByRole("menuitem", { name: say("action.editConnection"), exact: true }).click();
			const form = page.getByRole("dialog", { name: say("form.editTitle") });
			await form.getByRole("textbox", { name: say("form.username"), exact: true }).fill("anna");
			const note = say("form.reconnectSettings", { settings: say("form.username") });
			await expect(form.getByText(note, { exact: true })).toBeVisible();
		},
	},
	{
		name: "full-edit",
		open: async (page, say) => {
			await openMenu(page, say);
			await page.getByRole("menuitem", { name: say("action.editConnection"), exact: true }).click();
			await expect(page.getByRole("dialog", { name: say("form.editTitle") })).toBeVisible();
		},
	},
	{
		name: "full-delete",
		open: async (page, say) => {
			await openMenu(page, say);
			await page.getByRole("menuitem", { name: say("action.deleteConnection"), exact: true }).click();
			await expect(page.getByRole("dialog", { name: say("connection.delete.title", { name: FULL }) })).toBeVisible();
		},
	},
	{ name: "full-settings", open: (page, say) => openSection(page, say, "settings") },
	{
		name: "full-language",
		open: async (page, say) => {
			await openSection(page, say, "settings");
			await page.getByRole("combobox", { name: say("settings.language") }).click();
			await expect(page.getByRole("listbox")).toBeVisible();
		},
	},
	{ name: "full-broker", open: (page, say) => openSection(page, say, "broker") },
];
