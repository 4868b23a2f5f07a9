/** W2: what the broker keeps for those who come later, and how it is made to forget. */
import { launchMosquittoSub } from "../support/launch-mqtt-peers.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";

const TOPIC = "retained_message";

for (const brokerKind of BROKER_KINDS) {
	test.describe(brokerKind, () => {
		test.use({ brokerKind });

		test("only the last retained message reaches who subscribes later, and none once it is cleared", async ({
			broker,
			conversation,
		}) => {
			const { host, port } = broker;
			await conversation.connectNew({ name: "Sensor 1", host, port });
			await conversation.publish({ topic: TOPIC, payload: "This is a retained message 1", retain: true });
			await conversation.publish({ topic: TOPIC, payload: "This is a retained message 2", retain: true });

			await conversation.connectNew({ name: "Simple Demo", host, port });
			await conversation.subscribe(TOPIC);
			await expect(conversation.received()).toHaveCount(1);
			await expect(conversation.received(TOPIC)).toContainText("This is a retained message 2");
			await expect(conversation.received(TOPIC).getByText("Retained", { exact: true })).toBeVisible();

			await conversation.open("Sensor 1");
			await conversation.publish({ topic: TOPIC, payload: "while subscribed", retain: true });
			await conversation.open("Simple Demo");
			const live = conversation.received(TOPIC).filter({ hasText: "while subscribed" });
			await expect(live).toBeVisible();
			await expect(live.getByText("Retained", { exact: true })).toHaveCount(0);
			await expect(conversation.received()).toHaveCount(2);

			await conversation.open("Sensor 1");
			await conversation.composer.getByRole("button", { name: "Clear retained" }).click();
			await expect(conversation.composer.getByRole("status")).toHaveText(
				`Sent an empty retained payload to ${TOPIC}: the broker forgets its retained message.`,
			);
			await expect(conversation.published(TOPIC).filter({ hasText: "Empty payload" })).toBeVisible();

			await conversation.connectNew({ name: "Late", host, port });
			await conversation.subscribe(TOPIC);
			const stranger = await launchMosquittoSub(broker, ["-t", TOPIC, "-v"]);
			await conversation.open("Sensor 1");
			await conversation.publish({ topic: TOPIC, payload: "after all", retain: false });
			await conversation.open("Late");
			await expect(conversation.received()).toHaveText([/after all/]);
			await stranger.waitForLine(new RegExp(`^${TOPIC} after all$`));
			expect(stranger.lines.filter((line) => line.startsWith(TOPIC))).toEqual([`${TOPIC} after all`]);
			await stranger.kill();
		});
	});
}
