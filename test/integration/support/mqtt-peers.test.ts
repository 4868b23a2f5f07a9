/** The independent peers themselves: what every other proof stands on. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, launchPahoClient, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";

let broker: Mosquitto;

beforeAll(async () => {
	broker = await launchMosquitto({ webSocket: true });
});

afterAll(() => broker.close());

describe("the peers of the tests", () => {
	it("carry a message from mosquitto_pub to mosquitto_sub", async () => {
		const subscriber = await launchMosquittoSub(broker, ["-t", "peers/#", "-v"]);
		await runMosquittoPub(broker, ["-t", "peers/one", "-m", "hello"]);
		expect(await subscriber.waitForLine(/^peers\/one hello$/)).toBe("peers/one hello");
		await subscriber.kill();
	});

	it("keep a retained message over a restart of the broker, on the same port", async () => {
		await runMosquittoPub(broker, ["-t", "kept", "-m", "still here", "-r"]);
		const { port } = broker;
		await broker.restart();
		expect(broker.port).toBe(port);
		const subscriber = await launchMosquittoSub(broker, ["-t", "kept", "-v"]);
		await subscriber.waitForLine(/^kept still here$/);
		await subscriber.kill();
	});

	it("publish the will of a paho client that was killed", async () => {
		const subscriber = await launchMosquittoSub(broker, ["-t", "will", "-v"]);
		const client = await launchPahoClient(broker, { clientId: "paho", will: { topic: "will", payload: "gone" } });
		await client.kill("SIGKILL");
		await subscriber.waitForLine(/^will gone$/);
		await subscriber.kill();
	});
});
