/** W8: what became of a published message, told on its bubble; and that none is lost or doubled on a broken way. */
import { launchMosquittoSub } from "../support/launch-mqtt-peers.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";

/** A session that the broker keeps over a cut, so that a delivery can be completed. */
const KEPT = { clean: false, sessionExpiry: "60", reconnectAfter: "1" } as const;

for (const brokerKind of BROKER_KINDS) {
	test.describe(`against ${brokerKind}`, () => {
		test.use({ brokerKind });

		test("QoS 0, 1 and 2 show how far they came, each step with its time", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("test");
			const ends = ["Sent", /PUBACK \d+(\.\d)? ms/, /PUBCOMP \d+(\.\d)? ms/] as const;
			for (const [qos, end] of ends.entries()) {
				await conversation.publish({ topic: "test", payload: `with ${qos}`, qos: qos as 0 | 1 | 2 });
				await expect(
					conversation
						.published("test")
						.filter({ hasText: `with ${qos}` })
						.getByText(end),
				).toBeVisible();
			}
			await expect(conversation.received("test")).toHaveCount(3);

			const details = await conversation.inspect(conversation.published("test").filter({ hasText: "with 2" }));
			const time = String.raw`\d\d:\d\d:\d\d\.\d{3}`;
			await expect(details.getByRole("definition").filter({ hasText: "PUBREC" })).toHaveText(
				new RegExp(`\\d{4}-\\d\\d-\\d\\d ${time}\\s+Sent.*${time}\\s+PUBREC \\+.*${time}\\s+PUBCOMP \\+`, "s"),
			);
			await details.getByRole("button", { name: "Close the inspector" }).click();
		});

		test("offline QoS 0 is refused with a sentence; QoS 1 and 2 wait, and arrive once after the connect", async ({
			conversation,
			broker,
		}) => {
			const counter = await launchMosquittoSub(broker, ["-t", "queue", "-q", "2", "-i", "counter", "-c"]);
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.disconnect();

			await conversation.fillComposer({ topic: "queue", payload: "lost", qos: 0 });
			await expect(conversation.composer.getByRole("status")).toContainText("QoS 0 is not kept");
			await conversation.composer.getByRole("button", { name: "Publish", exact: true }).click();
			await expect(conversation.composer.getByRole("alert")).toContainText(
				"QoS 0 messages are not kept while the connection is closed. Connect first, or choose QoS 1 or 2",
			);
			await expect(conversation.published("queue")).toHaveCount(0);

			for (const qos of [1, 2] as const) {
				await conversation.publish({ topic: "queue", payload: `kept ${qos}`, qos });
				const bubble = conversation.published("queue").filter({ hasText: `kept ${qos}` });
				await expect(bubble.getByText("Waiting", { exact: true })).toBeVisible();
			}
			await conversation.connect();
			await expect(conversation.published("queue").filter({ hasText: "kept 1" })).toContainText("PUBACK");
			await expect(conversation.published("queue").filter({ hasText: "kept 2" })).toContainText("PUBCOMP");
			await conversation.publish({ topic: "queue", payload: "end", qos: 2 });
			await counter.waitForLine(/^end$/);
			// Order is promised within one QoS only. [MQTT-4.6.0-6]
			expect(counter.lines.filter((line) => /^(lost|kept|end)/.test(line)).sort()).toEqual(["end", "kept 1", "kept 2"]);
			await counter.kill();
		});
	});
}

test("what nobody has subscribed to is said in words, on MQTT 5", async ({ conversation, mosquitto }) => {
	await conversation.connectNew({ ...mosquitto, name: "Simple Demo" });
	await conversation.publish({ topic: "nobody", payload: "anyone?", qos: 1 });
	await expect(conversation.published("nobody").getByText(/^PUBACK .*no matching subscribers/i)).toBeVisible();
});

test("a broker that is suspended lets the bubble wait, and completes it when it goes on", async ({ conversation, mosquitto }) => {
	await conversation.connectNew({ ...mosquitto, name: "Simple Demo" });
	mosquitto.signal("SIGSTOP");
	for (const qos of [1, 2] as const) {
		await conversation.publish({ topic: "test", payload: `with ${qos}`, qos });
		await expect(
			conversation
				.published("test")
				.filter({ hasText: `with ${qos}` })
				.getByText("Sent", { exact: true }),
		).toBeVisible();
	}
	mosquitto.signal("SIGCONT");
	await expect(
		conversation
			.published("test")
			.filter({ hasText: "with 1" })
			.getByText(/^PUBACK/),
	).toBeVisible();
	await expect(
		conversation
			.published("test")
			.filter({ hasText: "with 2" })
			.getByText(/^PUBCOMP/),
	).toBeVisible();
	await expect(conversation.event("Connected")).toHaveCount(1);
});

for (const version of ["3.1.1", "5.0"] as const) {
	test(`a lost keep alive is noticed, and a QoS 2 message on its way arrives exactly once after the reconnect, on MQTT ${version}`, async ({
		conversation,
		mosquitto,
	}) => {
		const counter = await launchMosquittoSub(mosquitto, ["-t", "test", "-q", "2", "-i", "counter", "-c"]);
		const expiry = version === "5.0" ? { sessionExpiry: KEPT.sessionExpiry } : {};
		await conversation.connectNew({
			...mosquitto,
			name: "Simple Demo",
			version,
			clean: false,
			reconnectAfter: "1",
			keepAlive: "2",
			connectTimeout: "3",
			...expiry,
		});
		mosquitto.signal("SIGSTOP");
		await conversation.publish({ topic: "test", payload: "once", qos: 2 });
		await expect(conversation.failure).toContainText(/The broker has not answered for \d+ s: the link is dead\./);
		await expect(conversation.event(/^Connection lost: The broker has not answered for \d+ s/)).toBeVisible();
		await expect(conversation.published("test").getByText("Sent", { exact: true })).toBeVisible();

		mosquitto.signal("SIGCONT");
		await expect(conversation.status).toHaveText("Connected", { timeout: 30_000 });
		await expect(conversation.event("Connected, session resumed")).toBeVisible();
		await expect(conversation.published("test").getByText(/^PUBCOMP/)).toBeVisible();
		await conversation.publish({ topic: "test", payload: "end", qos: 2 });
		await counter.waitForLine(/^end$/);
		expect(counter.lines.filter((line) => /^(once|end)$/.test(line))).toEqual(["once", "end"]);
		await counter.kill();
	});
}

test("a QoS 2 message that is published while the broker is restarted waits, and arrives exactly once", async ({
	conversation,
	mosquitto,
}) => {
	const counted = ["-t", "test", "-q", "2", "-i", "counter", "-c"];
	const before = await launchMosquittoSub(mosquitto, counted);
	await before.kill();
	await conversation.connectNew({ ...mosquitto, ...KEPT, name: "Simple Demo" });
	await mosquitto.stop();
	await expect(conversation.page.getByText(/^Reconnecting in/)).toBeVisible();
	await conversation.publish({ topic: "test", payload: "once", qos: 2 });
	await expect(conversation.published("test").getByText("Waiting", { exact: true })).toBeVisible();
	await mosquitto.start();
	await expect(conversation.published("test").getByText(/^PUBCOMP/)).toBeVisible({ timeout: 30_000 });
	const counter = await launchMosquittoSub(mosquitto, counted);
	await conversation.publish({ topic: "test", payload: "end", qos: 2 });
	await counter.waitForLine(/^end$/);
	expect(counter.lines.filter((line) => /^(once|end)$/.test(line))).toEqual(["once", "end"]);
	await counter.kill();
});
