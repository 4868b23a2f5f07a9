/**
 * Writing with an input method, as Chromium is told of one: what is undecided stands in the field, and its keys are its own. None of
 * them sends, closes, chooses or goes anywhere, in any field.
 */
import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, test } from "./support/brokers.ts";

const CTRL = 2;
/** What Windows calls a key that an input method has taken. */
const PROCESS_KEY = 229;

interface InputMethod {
	/** Shows what is undecided, and presses keys on it: each would do something if nothing were being composed. */
	compose(text: string, keys: readonly string[], modifiers?: number): Promise<void>;
	decide(text: string): Promise<void>;
	/** The key after the end of a composition, by which Safari tells of the Enter that ended it. */
	pressLate(key: string): Promise<void>;
}

function createInputMethod(session: CDPSession): InputMethod {
	const press = async (key: string, modifiers = 0) => {
		const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
		for (const type of ["rawKeyDown", "keyUp"] as const) {
			await session.send("Input.dispatchKeyEvent", { type, key, code, windowsVirtualKeyCode: PROCESS_KEY, modifiers });
		}
	};
	return {
		async compose(text, keys, modifiers) {
			await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
			for (const key of keys) await press(key, modifiers);
		},
		decide: async (text) => void (await session.send("Input.insertText", { text })),
		pressLate: (key) => press(key),
	};
}

async function openInputMethod(page: Page): Promise<InputMethod> {
	return createInputMethod(await page.context().newCDPSession(page));
}

test("in the composer and in the dialogs a composed word is written, and nothing else is done", async ({
	page,
	conversation,
	mosquitto,
}) => {
	await conversation.connectNew({ ...mosquitto, name: "Simple Demo" });
	await conversation.fillComposer({ topic: "test/1", payload: "" });
	await conversation.publish({ topic: "test/1", payload: "first" });
	const method = await openInputMethod(page);
	const { composer, form, subscriptionDialog } = conversation;
	const payload = composer.getByRole("textbox", { name: "Payload" });
	await payload.fill("");
	await payload.focus();
	await method.compose("にほんご", ["Enter", "k", "f"], CTRL);
	await method.decide("日本語");
	await expect(payload).toHaveText("日本語");
	await method.pressLate("Enter");
	await expect(payload).toHaveText("日本語");

	// The suggestions are open: the arrows choose and Enter takes only once the word is decided.
	const topic = composer.getByLabel("Topic", { exact: true });
	await topic.fill("te");
	await expect(page.getByRole("option", { name: "test/1" })).toBeVisible();
	await method.compose("おんど", ["ArrowDown", "Enter", "Escape"]);
	await method.decide("温度");
	await expect(topic).toHaveValue("te温度");
	await topic.fill("test/2");

	await page.getByRole("button", { name: "New Subscription" }).click();
	const filter = subscriptionDialog.getByRole("textbox", { name: "Topic filter" });
	await write(method, filter, "おんど", "温度");
	await method.pressLate("Enter");
	await expect(subscriptionDialog).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(conversation.subscription("温度")).toBeVisible();

	await page.getByRole("button", { name: "New Connection" }).click();
	await write(method, form.getByRole("textbox", { name: "Name", exact: true }), "せつぞく", "接続");
	await expect(form).toBeVisible();
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Discard" }).click();

	// The same keys, when nothing is being composed, do send: it is the second message and the last.
	await payload.focus();
	await page.keyboard.press("Control+Enter");
	await expect(conversation.published("test/2")).toContainText("日本語");
	await expect(conversation.messages).toHaveCount(2);
	await expect(conversation.row("接続")).toBeHidden();
});

test("in a search, in the palette and beside the list of messages a composed word goes nowhere", async ({
	page,
	conversation,
	mosquitto,
}) => {
	await conversation.connectNew({ ...mosquitto, name: "温度 1" });
	await conversation.connectNew({ ...mosquitto, name: "温度 2" });
	await conversation.publish({ topic: "a", payload: "温度 17.2" });
	await conversation.publish({ topic: "a", payload: "温度 17.3" });
	const method = await openInputMethod(page);

	await page.keyboard.press("Control+Shift+F");
	const connections = page.getByRole("searchbox", { name: "Search connections" });
	await write(method, connections, "おんど", "温度", ["ArrowDown", "Enter", "Escape"]);
	await expect(connections).toBeFocused();
	await connections.fill("");

	const messages = page.getByRole("searchbox", { name: "Search messages" });
	await write(method, messages, "おんど", "温度", ["Enter", "Escape"]);
	await expect(messages).toBeFocused();
	await expect(page.getByRole("main").getByRole("status").filter({ hasText: "2 matches" })).toBeAttached();
	// The newest is where a search begins; Enter would have gone on to the older one.
	await expect(conversation.published("a").last()).toHaveAttribute("aria-current", "true");
	await messages.fill("");

	await page.keyboard.press("Control+k");
	const palette = page.getByRole("dialog", { name: "Commands" });
	await write(method, palette.getByRole("combobox", { name: "Commands" }), "おんど", "温度", ["ArrowDown", "Enter", "Escape"]);
	await expect(palette.getByRole("option")).toHaveCount(1);
	await expect(palette.getByRole("option", { name: "温度 1" })).toHaveAttribute("data-highlighted", "");
	await page.keyboard.press("Escape");
	await expect(palette).toBeHidden();

	// Nothing is typed into here, but an input method may be on: its keys are no J and no K, no `?` and no Enter.
	await conversation.published("a").last().focus();
	for (const key of ["k", "j", "?", "Enter", "ArrowUp"]) await method.pressLate(key);
	await expect(conversation.published("a").last()).toBeFocused();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(conversation.inspector).toBeHidden();
	await page.keyboard.press("k");
	await expect(conversation.published("a").first()).toBeFocused();

	await page.getByRole("button", { name: "Settings", exact: true }).click();
	const kept = page.getByRole("textbox", { name: "Messages kept for each connection" });
	await kept.fill("");
	await write(method, kept, "５００", "500");
	await expect(kept).toBeFocused();
});

async function write(
	method: InputMethod,
	field: Locator,
	undecided: string,
	decided: string,
	keys: readonly string[] = ["Enter", "Escape"],
): Promise<void> {
	await field.fill("");
	await field.focus();
	await method.compose(undecided, keys);
	await method.decide(decided);
	await expect(field).toHaveValue(decided);
}
