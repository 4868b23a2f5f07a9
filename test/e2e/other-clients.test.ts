/** W7: clients of others and Parley hear each other, over a broker of others and over the built-in one. */
import { launchMosquittoSub, launchPahoClient, runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";

const LEVELS = [0, 1, 2] as const;

for (const brokerKind of BROKER_KINDS) {
	test.describe(`against ${brokerKind}`, () => {
		test.use({ brokerKind });

		test("what mosquitto_pub sends is seen, and what is published mosquitto_sub prints", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("test");
			await runMosquittoPub(broker, ["-t", "test", "-m", "abc"]);
			await expect(conversation.received("test")).toHaveCount(1);
			await expect(conversation.received("test").getByText("abc", { exact: true })).toBeVisible();

			const subscriber = await launchMosquittoSub(broker, ["-t", "test", "-v"]);
			await conversation.publish({ topic: "test", payload: "from Parley" });
			await subscriber.waitForLine(/^test from Parley$/);
			await subscriber.kill();
		});

		test("a durable mosquitto_sub prints what was published while it was stopped", async ({ conversation, broker }) => {
			const durable = ["-t", "test", "-q", "1", "-i", "client01", "-c"];
			const before = await launchMosquittoSub(broker, durable);
			await before.kill();

			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			for (const payload of ["missed 1", "missed 2"]) {
				await conversation.publish({ topic: "test", payload, qos: 1 });
				await expect(conversation.published("test").filter({ hasText: payload })).toContainText("PUBACK");
			}

			const again = await launchMosquittoSub(broker, durable);
			await conversation.publish({ topic: "test", payload: "now", qos: 1 });
			await again.waitForLine(/^now$/);
			expect(again.lines.filter((line) => /^(missed|now)/.test(line))).toEqual(["missed 1", "missed 2", "now"]);
			await again.kill();
		});

		test("a paho client that is killed makes its will appear", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("paho/state", 1);
			const paho = await launchPahoClient(broker, { clientId: "paho01", will: { topic: "paho/state", payload: "gone" } });
			await runMosquittoPub(broker, ["-t", "paho/state", "-m", "still here"]);
			await expect(conversation.received("paho/state")).toHaveCount(1);
			await paho.kill("SIGKILL");
			await expect(conversation.received("paho/state")).toHaveCount(2);
			await expect(conversation.received("paho/state").nth(0)).toContainText("still here");
			await expect(conversation.received("paho/state").nth(1)).toContainText("gone");
		});

		test("the QoS shown is the lower of the published and the subscribed one", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			for (const subscribed of LEVELS) await conversation.subscribe(`qos/${subscribed}`, subscribed);
			for (const subscribed of LEVELS) {
				for (const published of LEVELS) {
					await runMosquittoPub(broker, ["-t", `qos/${subscribed}`, "-q", String(published), "-m", `sent with ${published}`]);
				}
			}
			for (const subscribed of LEVELS) {
				for (const published of LEVELS) {
					const bubble = conversation.received(`qos/${subscribed}`).filter({ hasText: `sent with ${published}` });
					await expect(bubble).toHaveCount(1);
					await expect(bubble.getByText(`QoS ${Math.min(published, subscribed)}`, { exact: true })).toBeVisible();
				}
			}
		});
	});
}
