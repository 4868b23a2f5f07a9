/** W1: one connection listens with a wildcard, two others speak. */
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";

for (const brokerKind of BROKER_KINDS) {
	test.describe(brokerKind, () => {
		test.use({ brokerKind });

		test("a wildcard subscription hears both sensors, counts them while another is open, and hears nothing else", async ({
			broker,
			conversation,
		}) => {
			const { host, port } = broker;
			await conversation.connectNew({ name: "Simple Demo", host, port });
			await conversation.subscribe("sensor/+/temperature", 0);
			await conversation.connectNew({ name: "Sensor 1", host, port });
			await conversation.connectNew({ name: "Sensor 2", host, port });
			for (const name of ["Simple Demo", "Sensor 1", "Sensor 2"]) {
				await expect(conversation.dot(name, "Connected")).toBeVisible();
			}

			await conversation.open("Sensor 1");
			await conversation.publish({ topic: "sensor/1/temperature", payload: '{"msg": "17.2"}', format: "JSON" });
			await conversation.open("Sensor 2");
			await conversation.publish({ topic: "sensor/2/temperature", payload: '{"msg": "18.2"}', format: "JSON" });
			await expect(conversation.unread("Simple Demo")).toHaveAccessibleName("2 unread");

			await conversation.open("Simple Demo");
			const first = conversation.received("sensor/1/temperature");
			const second = conversation.received("sensor/2/temperature");
			await expect(first).toContainText('{"msg": "17.2"}');
			await expect(first).toContainText("sensor/1/temperature");
			await expect(first).toContainText("QoS 0");
			await expect(second).toContainText('{"msg": "18.2"}');
			await expect(second).toContainText("sensor/2/temperature");
			await expect(second).toContainText("QoS 0");
			await expect(conversation.unread("Simple Demo")).toBeHidden();
			await expect.poll(() => conversation.readSide(first, '{"msg": "17.2"}')).toBe("left");

			await conversation.open("Sensor 1");
			const own = conversation.published("sensor/1/temperature");
			await expect.poll(() => conversation.readSide(own, '{"msg": "17.2"}')).toBe("right");
			await conversation.publish({ topic: "sensor/1/humidity", payload: "40", format: "Text" });
			// Brokers keep the order of one publisher: once this is there, the humidity would have been.
			await conversation.publish({ topic: "sensor/1/temperature", payload: "last", format: "Text" });
			await conversation.open("Simple Demo");
			await expect(conversation.received("sensor/1/temperature").filter({ hasText: "last" })).toBeVisible();
			await expect(conversation.messages).toHaveCount(3);
			await expect(conversation.received("sensor/1/humidity")).toHaveCount(0);
		});
	});
}
