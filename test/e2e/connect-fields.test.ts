/** The rules of the connection form: what a pasted address fills, what the fields allow, and that everything it shows is kept. */

import { expect, test } from "./support/brokers.ts";
import { choose } from "./support/conversation-page.ts";

test("a pasted address fills every field that it names, and what MQTT 5 adds is checked, sent and kept", async ({
	page,
	conversation,
	broker,
}) => {
	const { form } = conversation;
	const field = (name: string) => form.getByRole("textbox", { name, exact: true });
	await conversation.openForm();
	await field("Host").focus();
	await page.evaluate(() => navigator.clipboard.writeText("mqtts://me:s%40cret@[::1]:8884")).catch(() => {});
	await field("Host").evaluate((element) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text", "mqtts://me:s%40cret@[::1]:8884");
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(field("Host")).toHaveValue("::1");
	await expect(field("Port")).toHaveValue("8884");
	await expect(field("Username")).toHaveValue("me");
	await expect(form.getByLabel("Password", { exact: true })).toHaveValue("s@cret");
	await expect(form.getByRole("radio", { name: "mqtts://" })).toBeChecked();

	await conversation.fillForm({ ...broker, name: "Whole", protocol: "mqtt", username: "", password: "" });
	await field("Receive Maximum").fill("0");
	await form.getByRole("button", { name: "Add property" }).click();
	await field("Key 1").fill("site");
	await field("Value 1").fill("hall 7");
	await conversation.fillForm({ will: { topic: "gone", payload: "ca fe" } });
	await choose(form, "Payload as", "Hex");
	await field("Payload").fill("caf");
	await form.getByRole("button", { name: "Save and Connect" }).click();
	await expect(form.getByText("From 1 to 65,535.").or(form.getByText("At least 1."))).toBeVisible();
	await expect(form.getByText("Not hex: pairs of the digits 0-9 and a-f.")).toBeVisible();

	await field("Receive Maximum").fill("20");
	await field("Payload").fill("ca fe");
	await form.getByRole("button", { name: "Save and Connect" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await conversation.openEditForm();
	await expect(field("Receive Maximum")).toHaveValue("20");
	await expect(field("Key 1")).toHaveValue("site");
	await expect(field("Value 1")).toHaveValue("hall 7");
	await expect(field("Payload")).toHaveValue("ca fe");
	await expect(form.getByRole("radiogroup", { name: "Payload as" }).getByRole("radio", { name: "Hex" })).toBeChecked();
});
