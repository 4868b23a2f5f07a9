/** What can be done with a subscription besides making one: by its menu, at the pointer and by the keyboard. */
import { expect, test } from "./support/brokers.ts";

test("a subscription is muted, switched off and on again, and says what it is", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("noise/#");
	await conversation.subscribe("news");
	const row = conversation.subscription("noise/#");
	await conversation.publish({ topic: "noise/1", payload: "first" });
	await expect(conversation.received("noise/1")).toHaveCount(1);

	// At the pointer.
	await row.getByRole("button").first().click({ button: "right" });
	await page.getByRole("menuitem", { name: "Mute", exact: true }).click();
	await expect(row.getByRole("img", { name: "Muted" })).toBeVisible();
	await expect(conversation.received("noise/1")).toHaveCount(0);
	await expect(conversation.published("noise/1")).toHaveCount(1);
	await expect(conversation.event("Connected")).toBeVisible();
	await conversation.publish({ topic: "noise/2", payload: "quiet" });
	await conversation.publish({ topic: "news", payload: "loud" });
	await expect(conversation.received("news")).toHaveCount(1);
	await expect(conversation.received("noise/2")).toHaveCount(0);

	// By the keyboard; the focus comes back to the row.
	await row.getByRole("button").first().focus();
	await page.keyboard.press("Shift+F10");
	await page.getByRole("menuitem", { name: "Unmute", exact: true }).press("Enter");
	await expect(conversation.received("noise/2")).toHaveCount(1);

	// Switched off: unsubscribed, and kept.
	await row.getByRole("button", { name: "Actions for noise/#" }).click();
	await page.getByRole("menuitem", { name: "Disable", exact: true }).click();
	await expect(row).toContainText("Disabled");
	await conversation.publish({ topic: "noise/3", payload: "nobody" });
	await conversation.publish({ topic: "news", payload: "again" });
	await expect(conversation.received("news")).toHaveCount(2);
	await expect(conversation.received("noise/3")).toHaveCount(0);
	await row.getByRole("button", { name: "Actions for noise/#" }).click();
	await page.getByRole("menuitem", { name: "Enable", exact: true }).click();
	await expect(row).toContainText("QoS 0");
});

test("the options of MQTT 5 are checked while they are chosen", async ({ conversation, broker, page }) => {
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await page.getByRole("button", { name: "New Subscription" }).click();
	const dialog = conversation.subscriptionDialog;
	await dialog.getByRole("textbox", { name: "Topic filter" }).fill("$share/g/a/#");
	await dialog.getByLabel("No Local").check();
	await expect(dialog.getByText("No Local is not allowed for a shared subscription.")).toBeVisible();
	await dialog.getByLabel("No Local").uncheck();
	await dialog.getByRole("radio", { name: "Automatic" }).check();
	await dialog.getByRole("button", { name: "Subscribe", exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(conversation.subscription("$share/g/a/#")).toContainText("QoS 0");
});
