/** The core of the wildcards walkthrough without a pointing device: every step by keys alone. */
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./support/brokers.ts";

/** More stops than any part of the page has. */
const MOST_STOPS = 60;

test("connections, a subscription and messages, by keyboard alone", async ({ page, conversation, broker }) => {
	const { form, subscriptionDialog: subscription, composer } = conversation;
	const keys = page.keyboard;
	const connect = async (name: string) => {
		await keys.press("Control+Alt+n");
		await expect(form.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
		await keys.type(name);
		await typeInto(page, form.getByRole("textbox", { name: "Host", exact: true }), broker.host);
		await typeInto(page, form.getByRole("textbox", { name: "Port", exact: true }), String(broker.port));
		await keys.press("Enter");
		await expect(form).toBeHidden();
		await expect(conversation.status).toHaveText("Connected");
	};
	const publish = async (topic: string, payload: string) => {
		await typeInto(page, composer.getByLabel("Topic", { exact: true }), topic);
		await typeInto(page, composer.getByRole("textbox", { name: "Payload" }), payload);
		await keys.press("Control+Enter");
		await expect(conversation.published(topic)).toContainText(payload);
	};

	// The first one from the empty page, by its button.
	await tabTo(page, page.getByRole("button", { name: "New Connection" }));
	await keys.press("Enter");
	await expect(form).toBeVisible();
	await keys.press("Escape");
	await expect(form).toBeHidden();
	await expect(page.getByRole("button", { name: "New Connection" })).toBeFocused();
	await connect("Simple Demo");

	await keys.press("Control+Alt+s");
	await expect(subscription.getByRole("textbox", { name: "Topic filter" })).toBeFocused();
	await keys.type("sensor/+/temperature");
	await tabTo(page, subscription.getByRole("radio", { name: "0", exact: true }));
	await keys.press("ArrowRight");
	await expect(subscription.getByRole("radio", { name: "1", exact: true })).toBeChecked();
	await keys.press("Enter");
	await expect(subscription).toBeHidden();
	await expect(conversation.subscription("sensor/+/temperature")).toContainText("QoS 1");

	await connect("Sensor 1");
	await publish("sensor/1/temperature", '{"msg": "17.2"}');
	await publish("sensor/1/humidity", "40");
	await expect(conversation.unread("Simple Demo")).toHaveAccessibleName("1 unread");

	await keys.press("Control+Shift+F");
	await expect(page.getByRole("searchbox", { name: "Search connections" })).toBeFocused();
	await keys.type("simple");
	await keys.press("ArrowDown");
	await expect(conversation.row("Simple Demo")).toBeFocused();
	await keys.press("Enter");
	await expect(conversation.row("Simple Demo")).toHaveAttribute("aria-current", "true");
	await expect(conversation.received("sensor/1/temperature")).toContainText('{"msg": "17.2"}');
	await expect(conversation.messages).toHaveCount(1);
	await expect(conversation.unread("Simple Demo")).toBeHidden();

	// What a row's menu offers is there for keys too.
	await tabTo(page, conversation.log);
	await keys.press("ArrowUp");
	await expect(conversation.received("sensor/1/temperature")).toBeFocused();
	await keys.press("ArrowRight");
	await expect(page.getByRole("menuitem", { name: "Copy topic" })).toBeVisible();
	await keys.press("Escape");
	await expect(page.getByRole("menuitem", { name: "Copy topic" })).toBeHidden();

	await tabTo(page, page.getByRole("button", { name: "Disconnect", exact: true }));
	await keys.press("Enter");
	await expect(conversation.status).toHaveText("Not connected");
});

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.press("Control+a");
	await page.keyboard.type(text);
}

/** Tab by Tab, as far round the page as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stops = 0; stops < MOST_STOPS; stops += 1) {
		await page.keyboard.press("Tab");
		// The payload's editor lives in a shadow root: the document's active element is what it stands in.
		const isFocused = await target.evaluate((element) => {
			const root = element.getRootNode();
			return (root instanceof ShadowRoot ? root : document).activeElement === element;
		});
		if (isFocused) return;
	}
	await expect(target, "it can be reached by Tab").toBeFocused();
}
