/** Beyond a plain Publish: properties, bytes, variables, repeats, and what waits. Seen by a client that shares no code with Parley. */
import { launchMosquittoSub } from "../support/launch-mqtt-peers.ts";
import { expect, test } from "./support/brokers.ts";
import { choose } from "./support/conversation-page.ts";

test("a message in hex with properties and variables arrives as it was written, and a repeat survives the page", async ({
	page,
	conversation,
	broker,
	parley,
}) => {
	const listener = await launchMosquittoSub(broker, ["-V", "5", "-t", "plant/#", "-F", "got %t|%C|%P|%x"]);
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Speaker", clientId: "speaker" });
	const { composer } = conversation;
	const publish = composer.getByRole("button", { name: "Publish", exact: true });
	await conversation.fillComposer({ topic: "plant/{{clientId}}", payload: "h\u00e9" });
	await choose(composer, "Format", "Hex");
	await expect(composer.getByRole("textbox", { name: "Payload" })).toHaveText("68 c3 a9");
	await composer.getByRole("button", { name: "Variables" }).click();
	const variables = page.getByRole("dialog", { name: "Variables" });
	await variables.getByRole("checkbox", { name: "Resolve variables" }).check();
	await expect(variables.getByRole("region", { name: "Sent now, it would be" })).toContainText("plant/speaker");
	await page.keyboard.press("Escape");
	await composer.getByRole("button", { name: /^Properties/ }).click();
	const properties = composer.getByRole("region", { name: "Properties" });
	await properties.getByLabel("Content type").fill("text/plain");
	await properties.getByRole("button", { name: "Add a user property" }).click();
	await properties.getByLabel("Key 1").fill("k");
	await properties.getByLabel("Value 1").fill("v");
	await properties.getByLabel("Topic alias").fill("11");
	await expect(composer.getByText(/topic alias.*10/i).first()).toBeVisible();
	await expect(publish).toBeDisabled();
	await properties.getByLabel("Topic alias").fill("");
	await publish.click();
	expect(await listener.waitForLine(/^got /)).toBe("got plant/speaker|text/plain|k:v|68c3a9");

	await composer.getByRole("button", { name: "More ways to send" }).click();
	await page.getByRole("menuitem", { name: "Repeat…" }).click();
	const dialog = page.getByRole("dialog", { name: "Repeat the message" });
	await dialog.getByLabel("Interval").fill("50");
	await dialog.getByRole("button", { name: "Start repeating" }).click();
	await parley.open(page);
	await composer.getByRole("button", { name: "Repeated messages" }).click();
	const list = page.getByRole("dialog", { name: "Repeated messages" });
	await expect(list.getByText(/every 50 ms · \d+ sent/)).toBeVisible();
	await list.getByRole("button", { name: /^Stop repeating/ }).click();
	await expect(list.getByText("Stopped.")).toBeVisible();
	await list.getByRole("button", { name: /^Remove from the list/ }).click();
	await expect(composer.getByRole("button", { name: "Repeated messages" })).toBeHidden();
});

test("what waits for the connection is listed, and is not sent once it is withdrawn", async ({ page, conversation, broker }) => {
	const listener = await launchMosquittoSub(broker, ["-t", "queue", "-F", "got %p"]);
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Speaker" });
	await conversation.disconnect();
	for (const payload of ["first", "second"]) {
		await conversation.publish({ topic: "queue", payload, qos: 1 });
		await expect(conversation.published("queue").last()).toContainText("Waiting");
	}
	await conversation.composer.getByRole("button", { name: "Waiting messages" }).click();
	const list = page.getByRole("dialog", { name: "Waiting messages" });
	await expect(list.getByRole("listitem")).toHaveCount(2);
	await list
		.getByRole("listitem")
		.first()
		.getByRole("button", { name: /^Withdraw/ })
		.click();
	await expect(list.getByRole("listitem")).toHaveCount(1);
	await page.keyboard.press("Escape");
	await expect(conversation.published("queue").first()).toContainText("Withdrawn");
	await conversation.connect();
	expect(await listener.waitForLine(/^got /)).toBe("got second");
});

test("a request is answered under its bubble, and a request from elsewhere can be replied to", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Device", clientId: "device" });
	await conversation.subscribe("ask");
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Asker", clientId: "asker" });
	const { composer } = conversation;
	await conversation.fillComposer({ topic: "ask", payload: "how warm?" });
	await composer.getByRole("button", { name: "More ways to send" }).click();
	await page.getByRole("menuitem", { name: "Send as request" }).click();
	await expect(conversation.published("ask")).toContainText("Waiting for an answer");
	await expect(conversation.subscription("parley/asker/response/#")).toBeVisible();
	await conversation.open("Device");
	await conversation.received("ask").getByRole("button", { name: "Reply" }).click();
	await expect(composer.getByRole("combobox", { name: "Topic" })).toHaveValue(/^parley\/asker\/response\/[0-9a-f]{8}$/);
	await composer.getByRole("textbox", { name: "Payload" }).fill("17.2");
	await composer.getByRole("button", { name: "Publish", exact: true }).click();
	await conversation.open("Asker");
	await expect(conversation.published("ask").getByRole("button", { name: /^Answered after .*17\.2$/ })).toBeVisible();
	await page.reload();
	await conversation
		.published("ask")
		.getByRole("button", { name: /^Answered after .*17\.2$/ })
		.click();
	await expect(conversation.inspectedPayload).toContainText("17.2");
});

test("a saved message is sent with one press from any connection, and carried over in a file", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "One" });
	const { composer } = conversation;
	await conversation.fillComposer({ topic: "plant/start", payload: '{"on": true}', format: "JSON", qos: 1 });
	const more = async (item: string) => {
		await composer.getByRole("button", { name: "More ways to send" }).click();
		await page.getByRole("menuitem", { name: item }).click();
	};
	await more("Save the message…");
	const form = page.getByRole("dialog", { name: "Save the message" });
	await form.getByLabel("Name").fill("Start");
	await form.getByLabel("Folder").fill("plant");
	await form.getByRole("button", { name: "Save" }).click();
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Two" });
	await more("Saved messages…");
	const list = page.getByRole("dialog", { name: "Saved messages" });
	const folder = list.getByRole("region", { name: "plant" });
	await folder.getByRole("button", { name: "Publish: Start" }).click();
	const download = page.waitForEvent("download");
	await list.getByRole("button", { name: "Export…" }).click();
	const path = await (await download).path();
	await folder.getByRole("button", { name: "Delete: Start" }).click();
	await expect(list.getByText(/^Nothing is saved yet/)).toBeVisible();
	await list.locator("input[type=file]").setInputFiles(path);
	await folder.getByRole("button", { name: "Load into the composer: Start" }).click();
	await expect(composer.getByRole("textbox", { name: "Payload" })).toHaveText('{"on": true}');
	await expect(conversation.published("plant/start")).toHaveCount(1);
	await expect(conversation.published("plant/start")).toContainText('{"on": true}');
});
