/** The way through the messages by keys, and what can be done with one of them. */
import type { Page } from "@playwright/test";
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { expect, test } from "./support/brokers.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const createMessages = (topic: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ topic, payload: `${topic}-${String(index + 1).padStart(4, "0")}` }));

test("the list of messages is one stop of the Tab key, and its keys go through it, open a message's menu and lead back", async ({
	page,
	conversation,
	broker,
}) => {
	const { log, inspector } = conversation;
	const keys = page.keyboard;
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("way/#");
	await publishWithPaho(broker, [
		{ topic: "way/1", payload: "first" },
		{ topic: "way/2", payload: "second" },
		{ topic: "way/3", payload: "third" },
	]);
	await expect(conversation.received()).toHaveCount(3);
	const [first, second, third] = [1, 2, 3].map((number) => conversation.received(`way/${number}`));
	if (first === undefined || second === undefined || third === undefined) throw new Error("three rows");

	await log.focus();
	await keys.press("ArrowUp");
	await expect(third).toBeFocused();
	await keys.press("k");
	await expect(second).toBeFocused();
	await keys.press("ArrowUp");
	await keys.press("ArrowUp");
	await expect(first).toBeFocused();
	await keys.press("ArrowDown");
	await expect(second).toBeFocused();
	await expect(second).toHaveCSS("outline-style", "solid");

	// Tab leaves the list, and comes back to the same message.
	await keys.press("Tab");
	expect(await isWithin(page, "[role=log]")).toBe(false);
	await keys.press("Shift+Tab");
	await expect(second).toBeFocused();
	await keys.press("Shift+Tab");
	expect(await isWithin(page, "[role=log]")).toBe(false);
	await keys.press("Tab");
	await expect(second).toBeFocused();

	for (const key of ["ArrowRight", "Shift+F10"]) {
		await keys.press(key);
		await expect(page.getByRole("menuitem", { name: "Copy topic" })).toBeVisible();
		await keys.press("Escape");
		await expect(page.getByRole("menu")).toBeHidden();
		await expect(second).toBeFocused();
	}

	await keys.press("Enter");
	await expect(inspector.getByRole("heading", { name: "way/2" })).toBeVisible();
	await keys.press("Escape");
	await expect(inspector).toBeHidden();
	await expect(second).toBeFocused();
	await keys.press("Escape");
	await expect(conversation.composer.getByRole("textbox", { name: "Payload" })).toBeFocused();
});

test("the current message stays where it is while others flood in, and the keys lead through the whole history", async ({
	page,
	conversation,
	broker,
}) => {
	const { log } = conversation;
	const keys = page.keyboard;
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("flood/#");
	await publishWithPaho(broker, createMessages("flood/a", 30));
	await expect(conversation.received("flood/a")).toHaveCount(30);
	await log.focus();
	await keys.press("k");
	await keys.press("k");
	const current = conversation.received("flood/a").filter({ hasText: "flood/a-0029" });
	await expect(current).toBeFocused();
	const before = await current.boundingBox();
	await publishWithPaho(broker, createMessages("flood/b", 2000));
	await expect(conversation.total("2,030 messages")).toBeVisible();
	await expect(current).toBeFocused();
	expect(await current.boundingBox()).toEqual(before);

	// Beyond the window that was open: it moves along.
	for (let step = 0; step < 120; step += 1) {
		const name = await readFocusedPayload(page);
		await keys.press("ArrowDown");
		await expect.poll(() => readFocusedPayload(page)).not.toBe(name);
	}
	expect(await readFocusedPayload(page)).toBe("flood/b-0119");
	await expect(log.locator("article:focus")).toBeInViewport({ ratio: 1 });

	await keys.press("End");
	await expect(log).toBeFocused();
	await expect(log.getByText("flood/b-2000", { exact: true })).toBeInViewport();
	await keys.press("Home");
	await expect(log.locator("article:focus")).toContainText("flood/a-0001");
	await keys.press("j");
	await expect(log.locator("article:focus")).toContainText("flood/a-0002");
});

test("a message that the flow takes off the page leaves the focus to the list", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("gone/#");
	await publishWithPaho(broker, createMessages("gone/a", 3));
	await expect(conversation.received("gone/a")).toHaveCount(3);
	await conversation.received("gone/a").last().click();
	await expect(conversation.received("gone/a").last()).toBeFocused();
	await publishWithPaho(broker, createMessages("gone/b", 500));
	await expect(conversation.log.getByText("gone/b-0500", { exact: true })).toBeInViewport();
	await expect(conversation.log).toBeFocused();
	await page.keyboard.press("k");
	await expect(conversation.log.locator("article:focus")).toContainText("gone/b-0500");
});

test("the palette and the sheet of shortcuts know the way through the messages", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.publish({ topic: "palette/1", payload: "here" });
	await page.keyboard.press("Control+k");
	await page.keyboard.type("previous message");
	await page.keyboard.press("Enter");
	await expect(conversation.published("palette/1")).toBeFocused();
	await page.keyboard.press("?");
	const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByRole("region", { name: "In the list of messages" });
	await expect(sheet).toContainText("Next messageJ↓");
	await expect(sheet).toContainText("Back to the composerEsc");
});

test("a message's menu, from its button, a right click or a key, acts on that message", async ({
	page,
	conversation,
	broker,
}) => {
	const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
	// Why it cannot be chosen is a part of its name.
	const itemThatIsOff = (name: string) => page.getByRole("menuitem", { name, disabled: true });
	const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("menu/#");
	await publishWithPaho(broker, [
		{ topic: "menu/1", payload: "first" },
		{ topic: "menu/2", payload: '{"second": 2}' },
	]);
	const second = conversation.received("menu/2");
	await second.getByText("second").click({ button: "right" });
	await item("Copy topic").click();
	await expect.poll(readClipboard).toBe("menu/2");
	await second.hover();
	await second.getByRole("button", { name: "Actions for this message" }).click();
	await item("Copy payload").click();
	await expect.poll(readClipboard).toBe('{"second": 2}');
	await second.getByText("second").click({ button: "right" });
	const download = page.waitForEvent("download");
	await item("Save payload to file").click();
	expect((await download).suggestedFilename()).toMatch(/\.json$/);

	await second.focus();
	await page.keyboard.press("ArrowRight");
	await item("Publish again").click();
	await expect(conversation.composer.getByLabel("Topic", { exact: true })).toHaveValue("menu/2");
	await expect(conversation.composer.getByRole("textbox", { name: "Payload" })).toBeFocused();

	await second.focus();
	await page.keyboard.press("ArrowRight");
	await item("Show only this topic").click();
	await expect(conversation.messages).toHaveCount(1);
	await expect(second).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(itemThatIsOff("Show only this topic")).toHaveText(/^Show only this topic./);
	await item("Subscribe to this topic…").click();
	await expect(conversation.subscriptionDialog.getByRole("textbox", { name: "Topic filter" })).toHaveValue("menu/2");
	await conversation.subscriptionDialog.getByRole("button", { name: "Subscribe", exact: true }).click();
	await expect(conversation.subscription("menu/2")).toContainText("QoS 0");
	await second.focus();
	await page.keyboard.press("ArrowRight");
	await expect(itemThatIsOff("Subscribe to this topic…")).toHaveText(/^Subscribe to this topic…./);
	await item("Details").click();
	await expect(conversation.inspector.getByRole("heading", { name: "menu/2" })).toBeVisible();
});

test("the first unread message is one press away, and the way there goes once it has been taken", async ({
	page,
	conversation,
	broker,
}) => {
	const { log } = conversation;
	const jump = page.getByRole("button", { name: "Jump to first unread" });
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("unread/#");
	await publishWithPaho(broker, createMessages("unread/a", 50));
	await expect(conversation.total("50 messages")).toBeVisible();
	await conversation.connectNew({ ...broker, name: "Other" });
	await expect(conversation.unread("Simple Demo")).toBeHidden();
	await publishWithPaho(broker, createMessages("unread/b", 500));
	await expect(conversation.unread("Simple Demo")).toHaveAccessibleName("500 unread");
	await conversation.open("Simple Demo");
	await expect(log.getByText("unread/b-0500", { exact: true })).toBeInViewport();
	await jump.click();
	await expect(log.locator("article:focus")).toContainText("unread/b-0001");
	await expect(log.locator("article:focus")).toBeInViewport({ ratio: 1 });
	await expect(log.getByText("Unread messages", { exact: true })).toBeInViewport();
	await expect(jump).toBeHidden();
	await page.getByRole("button", { name: /^Jump to latest/ }).click();
	await expect(log.getByText("unread/b-0500", { exact: true })).toBeInViewport();
	await expect(log).toBeFocused();
	await expect(jump).toBeHidden();
});

function isWithin(page: Page, selector: string): Promise<boolean> {
	return page.evaluate((part) => document.activeElement?.closest(part) !== null, selector);
}

/** What the current message says. */
function readFocusedPayload(page: Page): Promise<string | null> {
	return page.evaluate(() => /flood\/[ab]-\d{4}/.exec(document.activeElement?.textContent ?? "")?.[0] ?? null);
}
