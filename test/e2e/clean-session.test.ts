/** W3: what the broker keeps for a client that is away, and what the form said that it would keep. */
import type { Mosquitto } from "../support/launch-mosquitto.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";
import type { ConnectionFields, ConversationPage } from "./support/conversation-page.ts";

const TOPIC = "clean_session_false";
const MESSAGES = ["message 1", "message 2", "message 3"] as const;

interface SessionCase {
	readonly title: string;
	readonly fields: ConnectionFields;
	/** What the form says about it. */
	readonly rule: string;
	readonly isKept: boolean;
}

const CASES: readonly SessionCase[] = [
	{
		title: "on 3.1.1 with Clean Session off, what came meanwhile follows the resumed session",
		fields: { version: "3.1.1", clean: false },
		rule: "The broker keeps the session after a disconnect; what arrives meanwhile with QoS 1 and 2 follows.",
		isKept: true,
	},
	{
		title: "on 5.0 with Clean Start off and an expiry of 60 s, what came meanwhile follows the resumed session",
		fields: { version: "5.0", clean: false, sessionExpiry: "60" },
		rule: "The broker keeps the session for 60 s after a disconnect; what arrives meanwhile with QoS 1 and 2 follows.",
		isKept: true,
	},
	{
		title: "on 5.0 with Clean Start off and an expiry of 0, the session is gone",
		fields: { version: "5.0", clean: false, sessionExpiry: "0" },
		rule: "The session is discarded at disconnect, because the expiry is 0.",
		isKept: false,
	},
];

for (const brokerKind of BROKER_KINDS) {
	test.describe(brokerKind, () => {
		test.use({ brokerKind });
		for (const each of CASES) {
			test(each.title, async ({ broker, conversation }) => {
				await subscribeAndLeave(conversation, broker, each);
				await publishMeanwhile(conversation, broker);
				await comeBack(conversation, each.isKept);
				if (broker.mosquitto !== null) await expectSubscribes(conversation, broker.mosquitto, each.isKept ? 1 : 2);
			});
		}
	});
}

async function subscribeAndLeave(
	conversation: ConversationPage,
	{ host, port }: { readonly host: string; readonly port: number },
	{ fields, rule }: SessionCase,
): Promise<void> {
	await conversation.openForm();
	await conversation.fillForm({ name: "MQTT_V3", host, port, clientId: "MQTT_V3", ...fields });
	await expect(conversation.form.getByText(rule, { exact: true })).toBeVisible();
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.form).toBeHidden();
	await expect(conversation.status).toHaveText("Connected");
	await conversation.subscribe(TOPIC, 1);
	await conversation.disconnect();
}

async function publishMeanwhile(
	conversation: ConversationPage,
	{ host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
	await conversation.connectNew({ name: "MQTT_V3_Publish", host, port, version: "3.1.1" });
	for (const payload of MESSAGES) {
		await conversation.publish({ topic: TOPIC, payload, qos: 1 });
		await expect(conversation.published(TOPIC).filter({ hasText: payload })).toContainText("PUBACK");
	}
}

async function comeBack(conversation: ConversationPage, isKept: boolean): Promise<void> {
	await conversation.open("MQTT_V3");
	await conversation.connect();
	if (isKept) {
		await expect(conversation.event("Connected, session resumed")).toBeVisible();
		await expect(conversation.received(TOPIC)).toHaveCount(3);
		await expect(conversation.log).toHaveText(new RegExp(["session resumed", ...MESSAGES].join(".*"), "s"));
		await expect(conversation.subscription(TOPIC)).toContainText("QoS 1, resumed");
		return;
	}
	await expect(conversation.event("Connected")).toHaveCount(2);
	await expect(conversation.event("Connected, session resumed")).toHaveCount(0);
	// What the subscription brings from now on comes after all that the broker may have kept.
	await conversation.open("MQTT_V3_Publish");
	await conversation.publish({ topic: TOPIC, payload: "afterwards", qos: 1 });
	await conversation.open("MQTT_V3");
	await expect(conversation.received()).toHaveText([/afterwards/]);
}

/** As the broker's log has it: what was not said again, was not sent again. */
async function expectSubscribes(conversation: ConversationPage, mosquitto: Mosquitto, count: number): Promise<void> {
	await conversation.open("MQTT_V3");
	await conversation.publish({ topic: "fence", payload: "fence", qos: 1 });
	await mosquitto.waitForLog(/Received PUBLISH from MQTT_V3 .*'fence'/);
	expect(mosquitto.log.filter((line) => line.includes("Received SUBSCRIBE from MQTT_V3"))).toHaveLength(count);
}
