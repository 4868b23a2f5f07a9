/** W11: nobody at hand to talk to, and a conversation one press later. */
import { launchMosquittoSub, runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { expect, test } from "./support/brokers.ts";

test("one press starts the built-in broker, opens a conversation with it, and the first message comes back", async ({
	page,
	conversation,
}) => {
	await expect(page.getByRole("heading", { name: "Talk to an MQTT broker" })).toBeVisible();
	await page.getByRole("button", { name: "Try it with the built-in broker" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await expect(conversation.dot("Built-in broker", "Connected")).toBeVisible();
	await expect(conversation.subscription("#")).toContainText("QoS 0");

	await expect(conversation.composer.getByLabel("Topic", { exact: true })).toHaveValue("hello/world");
	await expect(conversation.composer.getByRole("textbox", { name: "Payload" })).toBeFocused();
	await page.keyboard.type("Hello, Parley");
	await page.keyboard.press("Control+Enter");
	await expect(conversation.published("hello/world")).toContainText("Hello, Parley");
	await expect(conversation.received("hello/world")).toContainText("Hello, Parley");
});

test("the built-in broker is a broker for others too, at the address that the page shows", async ({ page, conversation }) => {
	await page.getByRole("button", { name: "Try it with the built-in broker" }).click();
	await expect(conversation.subscription("#")).toContainText("QoS 0");
	await page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: "Built-in broker" }).click();
	const { hostname, port } = new URL(await page.getByText(/^mqtt:\/\/127\.0\.0\.1:\d+$/).innerText());
	const broker = { host: hostname, port: Number(port) };

	await page.getByRole("button", { name: "Connect to it" }).click();
	await expect(conversation.status).toHaveText("Connected");
	const listener = await launchMosquittoSub(broker, ["-t", "from/parley", "-v"]);
	await conversation.publish({ topic: "from/parley", payload: "good day" });
	await listener.waitForLine(/^from\/parley good day$/);
	await listener.kill();
	await runMosquittoPub(broker, ["-t", "from/elsewhere", "-m", "good evening"]);
	await expect(conversation.received("from/elsewhere")).toContainText("good evening");
});
