/** The list of connections: folders, moving by mouse and by keys, the menus of its rows, a copy, and a link that the form reads back. */
import type { Page } from "@playwright/test";
import { expect, test } from "./support/brokers.ts";
import { findViolations } from "./support/find-violations.ts";

const tree = (page: Page) => page.getByRole("tree", { name: "Connections" });
/** What the list shows, from top to bottom, a folder in brackets, deeper rows further in. */
const readRows = (page: Page) =>
	tree(page)
		.getByRole("treeitem")
		.evaluateAll((rows) =>
			rows.map((row) => {
				const name = row.querySelector("[title]:not([role])")?.textContent ?? "";
				const indent = "-".repeat(Number(row.getAttribute("aria-level")) - 1);
				return `${indent}${row.hasAttribute("aria-expanded") ? `[${name}]` : name}`;
			}),
		);

test("connections are put into folders by mouse and by keys, and have a menu each", async ({ page, conversation, broker }) => {
	for (const name of ["Sensor", "Pump"]) {
		await conversation.connectNew({ name, host: broker.host, port: broker.port, username: "anna" });
	}
	await page.getByRole("button", { name: "New folder…" }).click();
	const dialog = page.getByRole("dialog", { name: "New folder" });
	await dialog.getByRole("textbox", { name: "Name" }).fill("Hall 7");
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]", "Sensor", "Pump"]);

	const folder = conversation.row("Hall 7");
	await conversation.row("Sensor").dragTo(folder);
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]", "-Sensor", "Pump"]);
	expect(await findViolations(page)).toEqual([]);

	// The second one by keys: its menu, and the dialog.
	await conversation.row("Pump").click();
	await page.keyboard.press("Shift+F10");
	await expect(page.getByRole("menuitem", { name: "Disconnect with will message" })).toContainText("It has no last will");
	await page.getByRole("menuitem", { name: "Move to folder…" }).press("Enter");
	const move = page.getByRole("dialog", { name: "Move “Pump”" });
	await move.getByRole("combobox", { name: "To folder" }).click();
	await page.getByRole("option", { name: "Hall 7" }).click();
	await move.getByRole("button", { name: "Move", exact: true }).click();
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]", "-Sensor", "-Pump"]);
	await expect(conversation.row("Pump")).toBeFocused();
	await page.keyboard.press("Alt+ArrowUp");
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]", "-Pump", "-Sensor"]);
	await expect(conversation.row("Pump")).toBeFocused();
	await page.keyboard.press("ArrowLeft");
	await expect(folder).toBeFocused();
	await page.keyboard.press("ArrowLeft");
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]"]);
	await page.reload();
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]"]);
	await folder.focus();
	await page.keyboard.press("ArrowRight");
	await page.keyboard.type("se");
	await expect(conversation.row("Sensor")).toBeFocused();

	await page.keyboard.press("ContextMenu");
	await page.getByRole("menuitem", { name: "Duplicate" }).click();
	await expect(conversation.row("Sensor (2)")).toHaveAttribute("aria-current", "true");
	await expect(page.getByText("Copied, with a Client ID of its own", { exact: false })).toBeVisible();
	await expect.poll(() => readRows(page)).toEqual(["[Hall 7]", "-Pump", "-Sensor", "-Sensor (2)"]);

	await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	await conversation.row("Sensor (2)").click({ button: "right" });
	await page.getByRole("menuitem", { name: "Copy link" }).click();
	const link = `mqtt://anna@${broker.host}:${broker.port}`;
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
	await folder.hover();
	await folder.getByRole("button", { name: "More actions" }).click();
	await page.getByRole("menuitem", { name: "New Connection in it…" }).click();
	await expect(conversation.form.getByRole("combobox", { name: "Folder" })).toContainText("Hall 7");
	await conversation.form.getByRole("textbox", { name: "Host", exact: true }).focus();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.press("ControlOrMeta+v");
	await expect(conversation.form.getByRole("textbox", { name: "Username" })).toHaveValue("anna");
	await expect(conversation.form.getByRole("textbox", { name: "Port" })).toHaveValue(String(broker.port));
	await page.keyboard.press("Escape");
	await page.getByRole("dialog", { name: "Discard what you changed?" }).getByRole("button", { name: "Discard" }).click();

	await folder.click({ button: "right" });
	await page.getByRole("menuitem", { name: "Delete…" }).click();
	const ask = page.getByRole("dialog", { name: "Delete the folder “Hall 7”?" });
	await expect(ask).toContainText("3 connections go with it");
	await ask.getByRole("button", { name: "Delete" }).click();
	await expect(page.getByRole("heading", { name: "Talk to an MQTT broker" })).toBeVisible();
});
