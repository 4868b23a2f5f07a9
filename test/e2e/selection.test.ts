/** Many messages at once, by keys and by mouse: selected, copied, pinned, filtered, deleted. */
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { expect, test } from "./support/brokers.ts";
import { findViolations } from "./support/find-violations.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const createMessages = (topic: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ topic, payload: `${topic}-${String(index + 1).padStart(3, "0")}` }));

test("messages are selected with keys and mouse, and the selection stays through scrolling, filters and what arrives", async ({
	page,
	conversation,
	broker,
}) => {
	const { log } = conversation;
	const keys = page.keyboard;
	const status = page.getByRole("main").getByRole("status").filter({ hasText: "selected" });
	const row = (payload: string) => log.getByRole("article").filter({ hasText: payload });
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("many/#");
	await publishWithPaho(broker, [
		...createMessages("many/a", 5),
		{ topic: "many/b", payload: "between" },
		...createMessages("many/c", 3),
	]);
	await expect(conversation.received()).toHaveCount(9);

	await row("many/a-002").focus();
	await keys.press("Space");
	await expect(status).toHaveText("1 selected");
	await keys.press("Shift+J");
	await keys.press("Shift+ArrowDown");
	await expect(status).toHaveText("3 selected");
	await keys.press("Shift+K");
	await expect(status).toHaveText("2 selected");
	await expect(row("many/a-003")).toHaveAccessibleName(/, Selected$/);
	await row("many/c-001").click({ modifiers: ["Control"] });
	await row("many/c-003").click({ modifiers: ["Shift"] });
	await expect(status).toHaveText("5 selected");
	await row("many/c-002").click({ modifiers: ["Control"] });
	await expect(status).toHaveText("4 selected");
	expect(await findViolations(page)).toEqual([]);

	await page.getByRole("searchbox", { name: "Search messages" }).fill("many/a");
	await page.getByRole("checkbox", { name: "Only matches" }).check();
	await expect(conversation.messages).toHaveCount(5);
	await publishWithPaho(broker, createMessages("many/d", 200));
	await expect(status).toHaveText("4 selected");
	await row("many/a-001").focus();
	await keys.press("Control+a");
	await expect(status).toHaveText("5 selected");
	await page.getByRole("button", { name: "Clear search" }).click();
	await log.focus();
	await keys.press("Home");
	await expect(row("between")).toBeVisible();
	await expect(row("many/a-005")).toHaveAccessibleName(/, Selected$/);
	await expect(row("between")).not.toHaveAccessibleName(/, Selected$/);
	await expect(status).toHaveText("5 selected");
	await keys.press("Escape");
	await expect(page.getByRole("toolbar", { name: "Selected messages" })).toBeHidden();
});

test("selected messages are copied whole, pinned and filtered to, and deleted with their number said before", async ({
	page,
	conversation,
	broker,
}) => {
	const { log } = conversation;
	const keys = page.keyboard;
	const tools = page.getByRole("toolbar", { name: "Selected messages" });
	const row = (payload: string) => log.getByRole("article").filter({ hasText: payload });
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("done/#");
	await publishWithPaho(broker, createMessages("done/a", 300));
	await expect(conversation.total("300 messages")).toBeVisible();

	await row("done/a-299").click({ modifiers: ["Control"] });
	await row("done/a-300").click({ modifiers: ["Shift"] });
	await tools.getByRole("button", { name: "Copy" }).click();
	const copied = /^\S+ \S+ Received done\/a \(QoS 0\)\ndone\/a-299\n\n\S+ \S+ Received done\/a \(QoS 0\)\ndone\/a-300\n$/;
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(copied);
	await tools.getByRole("button", { name: "Pin" }).click();
	await expect(row("done/a-300")).toContainText("Pinned");
	await expect(tools.getByRole("button", { name: "Unpin" })).toBeVisible();

	await conversation.inspect(row("done/a-299"));
	await row("done/a-299").focus();
	await keys.press("Delete");
	const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog", { name: "Delete 2 messages?" }));
	await expect(dialog).toContainText("2 of them are pinned.");
	await dialog.getByRole("button", { name: "Delete" }).click();
	await expect(conversation.main.getByText("298 messages · 2 deleted")).toBeVisible();
	await expect(tools).toBeHidden();
	await expect(row("done/a-298")).toBeFocused();
	await expect(conversation.inspector.getByRole("alert")).toContainText("This message has been deleted.");
	await expect(page.getByRole("button", { name: /^Pinned/ })).toBeHidden();

	await row("done/a-298").click({ button: "right" });
	await page.getByRole("menuitem", { name: "Pin" }).click();
	await page.getByRole("button", { name: "Pinned (1)" }).click();
	await expect(conversation.messages).toHaveCount(1);
	await page.getByRole("button", { name: "Pinned (1)" }).click();
	await row("done/a-298").focus();
	await keys.press("Control+a");
	await keys.press("Delete");
	await page.getByRole("dialog", { name: "Delete 298 messages?" }).getByRole("button", { name: "Delete" }).click();
	await expect(conversation.messages).toHaveCount(0);
	await expect(log).toBeFocused();
	await publishWithPaho(broker, createMessages("done/b", 1));
	await expect(conversation.received("done/b")).toBeVisible();
	await conversation.runMenu("Clear history…");
	await expect(page.getByRole("dialog")).not.toContainText("pinned");
});
