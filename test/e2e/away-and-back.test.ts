/** W9: what a broker's restart, and another client with the same client id, do to connections, seen or not. */
import type { Page } from "@playwright/test";
import { type BrokerAddress, launchMosquittoSub, runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";
import type { ConversationPage } from "./support/conversation-page.ts";

/** Each with a subscription; the last one stays on the screen. */
const CONNECTIONS = [
	{ name: "Sensor 1", version: "3.1.1" },
	{ name: "Sensor 2", version: "3.1" },
	{ name: "Simple Demo", version: "5.0" },
] as const;
const OTHERS = ["Sensor 1", "Sensor 2"] as const;

test("a restart of mosquitto brings three connections back by themselves, one of them on the screen", async ({
	conversation,
	mosquitto,
}) => {
	await connectThree(conversation, mosquitto);
	await mosquitto.stop();
	await seeThreeWaiting(conversation);
	await mosquitto.start();
	await seeThreeBack(conversation, mosquitto);
});

test.describe("against built-in broker", () => {
	test.use({ brokerKind: "built-in broker" });

	test("its stop and start bring three connections back by themselves", async ({ page, conversation, broker }) => {
		await connectThree(conversation, broker);
		await pressAtBroker(page, "Stop");
		await seeThreeWaiting(conversation);
		await pressAtBroker(page, "Start");
		await seeThreeBack(conversation, broker);
	});
});

async function connectThree(conversation: ConversationPage, broker: BrokerAddress): Promise<void> {
	for (const connection of CONNECTIONS) {
		await conversation.connectNew({ ...broker, ...connection, reconnectAfter: "1" });
		await conversation.subscribe("sensor/+/temperature", 1);
	}
	await runMosquittoPub(broker, ["-t", "sensor/1/temperature", "-m", "before"]);
	await expect(conversation.received("sensor/1/temperature")).toHaveCount(1);
}

async function seeThreeWaiting(conversation: ConversationPage): Promise<void> {
	// The countdown is seen; a screen reader is told the state alone, once.
	await expect(conversation.page.getByText(/^Reconnecting in \d+ s \(attempt \d+\)$/)).toBeVisible();
	await expect(conversation.failure.getByRole("paragraph").first()).not.toBeEmpty();
	for (const name of OTHERS) {
		await expect(conversation.row(name).getByRole("img", { name: /^(Waiting to reconnect|Connecting…)/ })).toBeVisible();
	}
}

async function seeThreeBack(conversation: ConversationPage, broker: BrokerAddress): Promise<void> {
	await expect(conversation.status).toHaveText("Connected", { timeout: 30_000 });
	await expect(conversation.failure).toBeHidden();
	for (const name of OTHERS) await expect(conversation.dot(name, "Connected")).toBeVisible({ timeout: 30_000 });

	for (const { name } of [...CONNECTIONS].reverse()) {
		await conversation.open(name);
		await expect(conversation.subscription("sensor/+/temperature").getByText("QoS 1", { exact: true })).toBeVisible();
	}
	await runMosquittoPub(broker, ["-t", "sensor/1/temperature", "-q", "1", "-m", "after"]);
	for (const { name } of CONNECTIONS) {
		await conversation.open(name);
		await expect(conversation.received("sensor/1/temperature")).toHaveCount(2);
		// What was missed stands between the messages, in its place in time.
		await expect(conversation.log).toHaveText(/before.*Connection lost: .*Connected.*after/s);
	}
}

async function pressAtBroker(page: Page, button: "Start" | "Stop"): Promise<void> {
	const sections = page.getByRole("navigation", { name: "Sections" });
	await sections.getByRole("button", { name: "Built-in broker" }).click();
	await page.getByRole("button", { name: button, exact: true }).click();
	await expect(page.getByRole("main").getByRole("status")).toHaveText(button === "Start" ? "Running" : "Stopped");
	await sections.getByRole("button", { name: "Conversations" }).click();
}

for (const brokerKind of BROKER_KINDS) {
	test.describe(`against ${brokerKind}`, () => {
		test.use({ brokerKind });

		for (const version of ["3.1.1", "5.0"] as const) {
			test(`of two connections with one client id the older is told, and does not fight, on MQTT ${version}`, async ({
				conversation,
				broker,
			}) => {
				const same = { ...broker, version, clientId: "same-id", reconnectAfter: "1" } as const;
				await conversation.connectNew({ ...same, name: "Older" });
				await conversation.connectNew({ ...same, name: "Younger" });
				await conversation.subscribe("clock");
				await expect(conversation.dot("Older", "Failed")).toBeVisible();

				await seeTimePass(conversation, broker);
				await conversation.open("Younger");
				await expect(conversation.received("clock")).toHaveCount(1);
				await expect(conversation.event("Connected")).toHaveCount(1);
				await expect(conversation.event(/^Connection lost/)).toHaveCount(0);

				await conversation.open("Older");
				await expect(conversation.status).toHaveText("Failed");
				await expect(conversation.failure).toContainText(
					"Another client connected with the client ID “same-id” and took this session over.",
				);
				await expect(conversation.failure).toContainText("Until then Parley does not reconnect");
				await expect(conversation.event(/^Connection lost: Another client connected/)).toHaveCount(1);
				await expect(conversation.event("Connected")).toHaveCount(1);
			});
		}
	});
}

test.describe("against built-in broker", () => {
	test.use({ brokerKind: "built-in broker" });

	test("a client of others with the same client id takes over, is told, and keeps what it took", async ({
		conversation,
		broker,
	}) => {
		await conversation.connectNew({ ...broker, name: "Simple Demo", clientId: "same-id", reconnectAfter: "1" });
		const other = await launchMosquittoSub(broker, ["-V", "5", "-i", "same-id", "-t", "clock"]);
		await expect(conversation.status).toHaveText("Failed");
		await expect(conversation.failure).toContainText("took this session over");
		await seeTimePass(conversation, broker);
		await other.waitForLine(/^time has passed$/);
		expect(other.lines.filter((line) => /received CONNACK/.test(line))).toHaveLength(1);
		await other.kill();
	});
});

test("a client of others that mosquitto lets take over without a word is suspected after three times", async ({
	conversation,
	mosquitto,
}) => {
	await conversation.connectNew({ ...mosquitto, name: "Simple Demo", clientId: "same-id", reconnectAfter: "1" });
	// It comes back each time by itself, as Parley does.
	const other = await launchMosquittoSub(mosquitto, ["-i", "same-id", "-t", "clock"]);
	await expect(conversation.failure).toContainText("3 times in a row", { timeout: 30_000 });
	await expect(conversation.failure).toContainText("Another client may use the same Client ID.");
	await other.kill();
	await expect(conversation.status).toHaveText("Connected", { timeout: 30_000 });
});

test("mosquitto's log shows no further connect of two that share a client id", async ({ conversation, mosquitto }) => {
	const same = { ...mosquitto, clientId: "same-id", reconnectAfter: "1" } as const;
	for (const version of ["3.1.1", "5.0"] as const) {
		await conversation.connectNew({ ...same, version, name: `Older ${version}` });
		await conversation.connectNew({ ...same, version, name: `Younger ${version}` });
		await expect(conversation.dot(`Older ${version}`, "Failed")).toBeVisible();
		await seeTimePass(conversation, mosquitto, ` ${version}`);
		await conversation.open(`Younger ${version}`);
		await conversation.disconnect();
	}
	const connects = mosquitto.log.filter((line) => /New client connected from \S+ as same-id /.test(line));
	expect(connects).toHaveLength(4);
});

/** More than twice the delay of a reconnect: as long as a broker holds a will back. It is published to `clock`. */
async function seeTimePass(conversation: ConversationPage, broker: BrokerAddress, suffix = ""): Promise<void> {
	const will = { topic: "clock", payload: "time has passed", delay: "3" };
	await conversation.connectNew({ ...broker, name: `Clock${suffix}`, clean: false, sessionExpiry: "60", will });
	await conversation.runMenu("Drop connection");
	await expect(conversation.status).toHaveText("Not connected");
	await conversation.connectNew({ ...broker, name: `Clock face${suffix}` });
	await conversation.subscribe("clock");
	await expect(conversation.received("clock")).toHaveCount(1, { timeout: 15_000 });
}
