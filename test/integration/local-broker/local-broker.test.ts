import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLocalBroker } from "../../../electron/engine/local-broker/create-local-broker.ts";
import type { LocalBroker } from "../../../electron/engine/local-broker/local-broker.ts";
import type { LocalBrokerState } from "../../../shared/model/local-broker.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { launchProgram } from "../../support/launch-program.ts";
import { connectRawClient, openRawClient, type RawClient } from "../../support/open-raw-client.ts";

const log = { write: () => {} };
let local: LocalBroker;
let broker = { host: "", port: 0, webSocketPort: 0 };

beforeEach(async () => {
	local = createLocalBroker({ log, tcpPort: 0, webSocketPort: 0 });
	const started = await local.start();
	if (!started.ok) throw new Error(started.failure.message);
	broker = { host: started.value.host, port: started.value.tcpPort, webSocketPort: started.value.webSocketPort };
});
afterEach(() => local.stop());

async function subscribe(client: RawClient, topic: string, qos: 0 | 1 | 2 = 0, more: { nl?: boolean } = {}) {
	client.send({ cmd: "subscribe", messageId: 7, subscriptions: [{ topic, qos, ...more }] });
	return (await client.waitFor("suback")).granted;
}

const publishes = (client: RawClient) => client.packets.filter((packet) => packet.cmd === "publish");
const texts = (client: RawClient) => publishes(client).map((packet) => String(packet.payload));

describe("mosquitto's own clients", () => {
	test("get a retained message when they subscribe, until it is cleared", async () => {
		await runMosquittoPub(broker, ["-t", "kept", "-m", "first", "-r"]);
		await runMosquittoPub(broker, ["-t", "kept", "-m", "second", "-r", "-q", "1"]);
		const reader = await launchMosquittoSub(broker, ["-t", "kept", "-F", "got %p retain %r"]);
		await reader.waitForLine(/^got second retain 1$/);
		await runMosquittoPub(broker, ["-t", "kept", "-m", "live", "-r"]);
		await reader.waitForLine(/^got live retain 0$/);
		await reader.kill();
		await runMosquittoPub(broker, ["-t", "kept", "-n", "-r"]);
		const late = await launchMosquittoSub(broker, ["-t", "kept", "-t", "after", "-F", "got %p"]);
		await runMosquittoPub(broker, ["-t", "after", "-m", "end"]);
		await late.waitForLine(/^got end$/);
		expect(late.lines.filter((line) => line.startsWith("got"))).toEqual(["got end"]);
		await late.kill();
	});

	test.each(["mqttv31", "mqttv311", "mqttv5"])(
		"with %s get each QoS at the lower of published and subscribed",
		async (version) => {
			const filters = ["-t", "zero/#", "-t", "one/+", "-t", "two/+"];
			const readers = await Promise.all(
				["0", "1", "2"].map((qos) => launchMosquittoSub(broker, ["-V", version, "-q", qos, ...filters, "-F", "got %p qos %q"])),
			);
			for (const qos of ["0", "1", "2"])
				await runMosquittoPub(broker, ["-V", version, "-t", "two/x", "-q", qos, "-m", `as${qos}`]);
			for (const [subscribed, reader] of readers.entries()) {
				for (const published of [0, 1, 2]) {
					await reader.waitForLine(new RegExp(`^got as${published} qos ${Math.min(published, subscribed)}$`));
				}
				await reader.kill();
			}
		},
	);

	test("find after their absence what their session was owed, in order, each once, whatever overlaps", async () => {
		const args = ["-c", "-i", "away", "-q", "1", "-t", "owed/#", "-t", "owed/+", "-F", "got %p qos %q"];
		const before = await launchMosquittoSub(broker, args);
		await before.kill();
		for (const payload of ["1", "2", "3"]) await runMosquittoPub(broker, ["-t", "owed/x", "-q", "2", "-m", payload]);
		const after = await launchMosquittoSub(broker, args);
		await after.waitForLine(/^got 3/);
		await runMosquittoPub(broker, ["-t", "owed/x", "-q", "1", "-m", "end"]);
		await after.waitForLine(/^got end/);
		const got = after.lines.filter((line) => line.startsWith("got"));
		expect(got).toEqual(["got 1 qos 1", "got 2 qos 1", "got 3 qos 1", "got end qos 1"]);
		await after.kill();
	});

	test("leave a will when they are killed, and none when they say goodbye", async () => {
		const reader = await launchMosquittoSub(broker, ["-t", "will/+", "-F", "got %t %p"]);
		const withWill = (name: string) => ["-t", "x", "--will-topic", `will/${name}`, "--will-payload", "gone", "--will-qos", "1"];
		const polite = await launchMosquittoSub(broker, withWill("polite"));
		await polite.kill("SIGINT");
		const killed = await launchMosquittoSub(broker, withWill("killed"));
		await killed.kill("SIGKILL");
		await reader.waitForLine(/^got will\/killed gone$/);
		expect(reader.lines.filter((line) => line.startsWith("got"))).toEqual(["got will/killed gone"]);
		await reader.kill();
	});

	test("are all served a burst of a thousand through a session with overlapping filters", async () => {
		const reader = await launchMosquittoSub(broker, [
			"-c",
			"-i",
			"burst",
			"-q",
			"1",
			"-t",
			"b/#",
			"-t",
			"b/+",
			"-t",
			"#",
			"-F",
			"got %p",
		]);
		const writer = launchProgram("mosquitto_pub", ["-h", broker.host, "-p", String(broker.port), "-t", "b/x", "-q", "1", "-l"]);
		writer.write(Array.from({ length: 1000 }, (_, index) => `m${index}\n`).join(""));
		await reader.waitForLine(/^got m999$/);
		expect(new Set(reader.lines.filter((line) => line.startsWith("got"))).size).toBe(1000);
		await Promise.all([writer.kill(), reader.kill()]);
	});
});

test("paho reaches it over WebSocket", async () => {
	const script = `
import sys, paho.mqtt.client as mqtt
client = mqtt.Client(client_id="web", transport="websockets")
client.ws_set_options(path="/mqtt")
client.on_connect = lambda client, *rest: client.subscribe("web/#", 1)
client.on_subscribe = lambda client, *rest: client.publish("web/echo", "over the web", 1)
client.on_message = lambda client, data, message: print("got", message.payload.decode(), flush=True)
client.connect("127.0.0.1", int(sys.argv[1]), 60)
client.loop_forever()
`;
	const paho = launchProgram("/usr/bin/python3", ["-c", script, String(broker.webSocketPort)]);
	await paho.waitForLine(/^got over the web$/);
	await paho.kill("SIGKILL");
});

describe("a version 5 client", () => {
	test("has its will sent after its delay, without the delay among the properties, and not when it is back before", async () => {
		const reader = await connectRawClient(broker.port, "reader");
		await subscribe(reader, "will/#");
		const leave = async (name: string) => {
			const will = { topic: `will/${name}`, payload: Buffer.from("gone"), qos: 0 as const, retain: false };
			const properties = { willDelayInterval: 1, contentType: "text/plain" };
			const client = await connectRawClient(broker.port, name, 5, {
				will: { ...will, properties },
				properties: { sessionExpiryInterval: 60 },
			});
			client.cut();
			return performance.now();
		};
		await leave("back");
		const back = await connectRawClient(broker.port, "back", 5, { clean: false });
		const leftAt = await leave("stays-away");
		const will = await reader.waitFor("publish");
		expect(performance.now() - leftAt).toBeGreaterThan(900);
		expect(will.topic).toBe("will/stays-away");
		expect(will.properties).toEqual({ contentType: "text/plain" });
		expect(publishes(reader)).toHaveLength(1);
		back.cut();
	});

	test("is not sent its own messages where it asked for that", async () => {
		const client = await connectRawClient(broker.port, "own");
		await subscribe(client, "own/#", 1, { nl: true });
		const other = await connectRawClient(broker.port, "other");
		client.send({ cmd: "publish", topic: "own/a", payload: "mine", qos: 1, messageId: 1, dup: false, retain: false });
		await client.waitFor("puback");
		other.send({ cmd: "publish", topic: "own/a", payload: "yours", qos: 0, dup: false, retain: false });
		await client.waitFor("publish");
		expect(texts(client)).toEqual(["yours"]);
	});

	test("is told that shared subscriptions are not offered, as an older one is", async () => {
		const client = await connectRawClient(broker.port, "five");
		expect((await client.waitFor("connack")).properties).toMatchObject({ sharedSubscriptionAvailable: false });
		expect(await subscribe(client, "$share/group/a")).toEqual([0x9e]);
		expect(await subscribe(await connectRawClient(broker.port, "four", 4), "$share/group/a")).toEqual([0x80]);
	});

	test("hears that its session was taken over", async () => {
		const old = await connectRawClient(broker.port, "twin");
		await connectRawClient(broker.port, "twin");
		expect((await old.waitFor("disconnect")).reasonCode).toBe(0x8e);
		await old.waitForClose();
	});

	test("finds its session until it expires, and not after", async () => {
		const properties = { sessionExpiryInterval: 1 };
		const first = await connectRawClient(broker.port, "expiring", 5, { properties });
		await subscribe(first, "e/#", 1);
		first.cut();
		const second = await connectRawClient(broker.port, "expiring", 5, { properties, clean: false });
		expect((await second.waitFor("connack")).sessionPresent).toBe(true);
		second.cut();
		const comeBack = async () => {
			const client = await connectRawClient(broker.port, "expiring", 5, { clean: false, properties });
			client.cut();
			return (await client.waitFor("connack")).sessionPresent;
		};
		// Each return begins the second anew, so that only one after more than that can find it gone.
		await expect.poll(comeBack, { interval: 1200, timeout: 8000 }).toBe(false);
	});

	test.each([4, 5] as const)("finds its session also where nothing was subscribed, on version %i", async (version) => {
		const properties = version === 5 ? { properties: { sessionExpiryInterval: 60 } } : {};
		const connect = async (clean: boolean) => {
			const client = await connectRawClient(broker.port, "publisher", version, { ...properties, clean });
			client.cut();
			return (await client.waitFor("connack")).sessionPresent;
		};
		expect(await connect(false)).toBe(false);
		expect(await connect(false)).toBe(true);
		expect(await connect(true)).toBe(false);
	});

	test("is told why a packet beyond the limit ends its connection", async () => {
		const client = await connectRawClient(broker.port, "large");
		const maximum = (await client.waitFor("connack")).properties?.maximumPacketSize ?? 0;
		expect(maximum).toBeGreaterThan(1_000_000);
		client.send({ cmd: "publish", topic: "large", payload: Buffer.alloc(maximum), qos: 0, dup: false, retain: false });
		expect((await client.waitFor("disconnect")).reasonCode).toBe(0x95);
	});
});

test("a burst in which some messages are retained reaches a subscriber whole and in order", async () => {
	const reader = await connectRawClient(broker.port, "reader", 4);
	await subscribe(reader, "#");
	const writer = await connectRawClient(broker.port, "writer", 4);
	writer.socket.cork();
	const sent = Array.from({ length: 300 }, (_, index) => String(index));
	for (const [index, payload] of sent.entries()) {
		writer.send({ cmd: "publish", topic: `t/${payload}`, payload, qos: 0, dup: false, retain: index % 3 === 0 });
	}
	writer.socket.uncork();
	await reader.waitFor("publish", ({ payload }) => String(payload) === "299");
	expect(texts(reader)).toEqual(sent);
});

test("a QoS 2 message is passed on once when it is sent twice, and a new one with its number after a cut is no repeat", async () => {
	const reader = await connectRawClient(broker.port, "reader", 4);
	await subscribe(reader, "q", 2);
	const publish = (client: RawClient, payload: string, dup = false) =>
		client.send({ cmd: "publish", topic: "q", payload, qos: 2, messageId: 1, dup, retain: false });
	const writer = await connectRawClient(broker.port, "writer", 4);
	publish(writer, "first");
	publish(writer, "first", true);
	await expect.poll(() => writer.packets.filter(({ cmd }) => cmd === "pubrec").length).toBe(2);
	writer.cut();
	const back = await connectRawClient(broker.port, "writer", 4);
	publish(back, "second");
	await reader.waitFor("publish", ({ payload }) => String(payload) === "second");
	expect(texts(reader)).toEqual(["first", "second"]);
});

test.each([1, 2] as const)(
	"a QoS %i message that was not acknowledged is sent again after the cut, marked, with its number",
	async (qos) => {
		const first = await connectRawClient(broker.port, "slow", 4, { clean: false });
		await subscribe(first, "q", qos);
		await runMosquittoPub(broker, ["-t", "q", "-q", "2", "-m", "once"]);
		const { messageId, dup } = await first.waitFor("publish");
		expect(dup).toBe(false);
		first.cut();
		const second = await connectRawClient(broker.port, "slow", 4, { clean: false });
		expect(await second.waitFor("publish")).toMatchObject({ messageId, dup: true, qos });
		if (messageId === undefined) throw new Error("a QoS 1 message has a number");
		if (qos === 1) {
			second.send({ cmd: "puback", messageId });
		} else {
			second.send({ cmd: "pubrec", messageId });
			await second.waitFor("pubrel");
			second.send({ cmd: "pubcomp", messageId });
		}
		second.send({ cmd: "pingreq" });
		await second.waitFor("pingresp");
		second.cut();
		const third = await connectRawClient(broker.port, "slow", 4, { clean: false });
		third.send({ cmd: "pingreq" });
		await third.waitFor("pingresp");
		expect(publishes(third)).toEqual([]);
	},
);

describe("a client that sends what MQTT forbids", () => {
	const forbidden: readonly (readonly [string, (client: RawClient) => void])[] = [
		["a wildcard in a topic", (client) => client.send(publishOf("a/#"))],
		["a NUL in a topic", (client) => client.send(publishOf("a\0b"))],
		["a topic of the server's", (client) => client.send(publishOf("$SYS/x"))],
		["a subscription identifier", (client) => client.send({ ...publishOf("a"), properties: { subscriptionIdentifier: 5 } })],
		["a wildcard in a response topic", (client) => client.send({ ...publishOf("a"), properties: { responseTopic: "b/+" } })],
		["a NUL in a user property", (client) => client.send({ ...publishOf("a"), properties: { userProperties: { k: "\0" } } })],
		["two content types", (client) => client.socket.write(Buffer.from("300c000161080300016103000162", "hex"))],
		["half a response topic", (client) => client.socket.write(Buffer.from("3009000161030800ff6263", "hex"))],
		["two subscription identifiers", (client) => client.socket.write(Buffer.from("820b0001040b010b0200016100", "hex"))],
		[
			"a filter that is none",
			(client) => client.send({ cmd: "subscribe", messageId: 1, subscriptions: [{ topic: "a#", qos: 0 }] }),
		],
		["a second CONNECT", (client) => client.send({ cmd: "connect", clientId: "again", protocolVersion: 5, protocolId: "MQTT" })],
		["a packet of type 0", (client) => client.socket.write(Buffer.from([0x00, 0x00]))],
	];
	const publishOf = (topic: string) => ({ cmd: "publish", topic, payload: "x", qos: 0, dup: false, retain: false }) as const;

	test.each(forbidden)("%s, is disconnected; nobody else is, and nothing of it is passed on", async (_what, misbehave) => {
		const reader = await connectRawClient(broker.port, "reader");
		await subscribe(reader, "#");
		const rude = await connectRawClient(broker.port, "rude");
		misbehave(rude);
		await rude.waitForClose();
		const polite = await connectRawClient(broker.port, "polite");
		polite.send({ cmd: "publish", topic: "end", payload: "end", qos: 0, dup: false, retain: false });
		await reader.waitFor("publish");
		expect(texts(reader)).toEqual(["end"]);
	});

	test("a will with two delays, is not let in", async () => {
		const client = await openRawClient(broker.port);
		// CONNECT of version 5: will flag, keep alive 0, no properties, id "a"; the will's own properties are two delays of 1 s.
		const rest = "00044d5154540504000000" + "000161" + "0a18000000011800000001" + "000177" + "000178";
		client.socket.write(Buffer.from(`10${(rest.length / 2).toString(16).padStart(2, "0")}${rest}`, "hex"));
		await client.waitForClose();
		expect(local.state).toMatchObject({ clients: 0 });
	});

	test("half a response topic in one breath with its login, is not let in", async () => {
		const client = await openRawClient(broker.port);
		client.socket.write(Buffer.from("100e00044d515454050200000000016b" + "3009000161030800ff6263", "hex"));
		await client.waitForClose();
		await expect.poll(() => local.state).toMatchObject({ clients: 0 });
	});

	test("in a thousand random ways, hurts nobody", async () => {
		const reader = await connectRawClient(broker.port, "reader");
		await subscribe(reader, "heartbeat");
		const random = createRandom(42);
		for (let round = 0; round < 1000; round++) {
			const rude = await (round % 2 === 0 ? openRawClient(broker.port) : connectRawClient(broker.port, `rude${round % 10}`));
			const noise = Buffer.from(Array.from({ length: 1 + random(60) }, () => random(256)));
			if (round % 3 === 0) noise[0] = [0x10, 0x30, 0x32, 0x34, 0x62, 0x82, 0xa2, 0xe0, 0xf0][random(9)] ?? 0;
			if (round % 3 === 0 && noise.length > 1) noise[1] = noise.length - 2;
			rude.socket.write(noise);
			if (round % 50 !== 49) {
				rude.socket.end();
				continue;
			}
			rude.cut();
			reader.send({ cmd: "publish", topic: "heartbeat", payload: String(round), qos: 0, dup: false, retain: false });
			await reader.waitFor("publish", ({ payload }) => String(payload) === String(round));
		}
	});
});

test("a subscriber that never reads is cut, and another gets every message meanwhile", async () => {
	const deaf = await connectRawClient(broker.port, "deaf");
	await subscribe(deaf, "flood");
	deaf.socket.pause();
	const reader = await connectRawClient(broker.port, "reader");
	await subscribe(reader, "flood");
	const writer = await connectRawClient(broker.port, "writer");
	const payload = Buffer.alloc(64 * 1024);
	for (let count = 0; count < 400; count++)
		writer.send({ cmd: "publish", topic: "flood", payload, qos: 0, dup: false, retain: false });
	await expect.poll(() => publishes(reader).length, { timeout: 15_000 }).toBe(400);
	await expect.poll(() => (local.state.kind === "running" ? local.state.clients : -1), { timeout: 15_000 }).toBe(2);
}, 30_000);

describe("starting and stopping", () => {
	test("in any interleaving ends in the state asked for last", async () => {
		const random = createRandom(7);
		const asked = Array.from({ length: 30 }, () => random(2) === 0);
		const states: LocalBrokerState["kind"][] = [];
		local.onState(({ kind }) => states.push(kind));
		const answers = await Promise.all(asked.map((start) => (start ? local.start() : local.stop())));
		expect(local.state.kind).toBe(asked.at(-1) ? "running" : "stopped");
		for (const answer of answers) if (answer !== undefined) expect(answer.ok).toBe(true);
		expect(states).not.toContain("failed");
	});

	test("tells how many clients there are", async () => {
		const first = await connectRawClient(broker.port, "first");
		await connectRawClient(broker.port, "second");
		expect(local.state).toMatchObject({ kind: "running", clients: 2 });
		first.cut();
		await expect.poll(() => local.state).toMatchObject({ clients: 1 });
	});

	test("says goodbye to every client and is over in time, though one of them is deaf", async () => {
		const deaf = await connectRawClient(broker.port, "deaf");
		await subscribe(deaf, "flood");
		deaf.socket.pause();
		const reader = await connectRawClient(broker.port, "reader");
		const silent = await openRawClient(broker.port);
		for (let count = 0; count < 200; count++) {
			reader.send({ cmd: "publish", topic: "flood", payload: Buffer.alloc(64 * 1024), qos: 0, dup: false, retain: false });
		}
		const startedAt = performance.now();
		await local.stop();
		expect(performance.now() - startedAt).toBeLessThan(3000);
		await Promise.all([reader.waitForClose(), silent.waitForClose()]);
		expect(reader.packets.at(-1)).toMatchObject({ cmd: "disconnect", reasonCode: 0x8b });
		await expect(openRawClient(broker.port)).rejects.toThrow();
		deaf.cut();
	});

	test("takes free ports where the usual ones are taken", async () => {
		const second = createLocalBroker({ log, tcpPort: broker.port, webSocketPort: broker.webSocketPort });
		const started = await second.start();
		expect(started.ok).toBe(true);
		if (started.ok) {
			expect(started.value.tcpPort).not.toBe(broker.port);
			expect(started.value.webSocketPort).not.toBe(broker.webSocketPort);
		}
		await second.stop();
	});

	test("comes back where it was, and has forgotten everything", async () => {
		const client = await connectRawClient(broker.port, "keeper");
		client.send({ cmd: "publish", topic: "kept", payload: "x", qos: 1, messageId: 1, dup: false, retain: true });
		await client.waitFor("puback");
		await local.stop();
		expect(await local.start()).toMatchObject({ ok: true, value: { tcpPort: broker.port, webSocketPort: broker.webSocketPort } });
		const reader = await connectRawClient(broker.port, "reader");
		await subscribe(reader, "#");
		reader.send({ cmd: "publish", topic: "end", payload: "end", qos: 0, dup: false, retain: false });
		await reader.waitFor("publish");
		expect(texts(reader)).toEqual(["end"]);
	});

	test("frees its ports", async () => {
		await local.stop();
		const server = createServer();
		await new Promise<void>((resolve, reject) => {
			server.once("error", reject);
			server.listen(broker.port, "127.0.0.1", resolve);
		});
		server.close();
	});
});

describe("the WebSocket door", () => {
	const upgrade = async (path: string, headers: readonly string[]): Promise<string> => {
		const client = await openRawClient(broker.webSocketPort);
		let answer = "";
		client.socket.removeAllListeners("data");
		client.socket.on("data", (chunk) => {
			answer += String(chunk);
		});
		const lines = [`GET ${path} HTTP/1.1`, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
		client.socket.write([...lines, "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Ng==", ...headers, "", ""].join("\r\n"));
		await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 \d{3}/);
		client.cut();
		return answer.slice(9, 12);
	};
	const mqtt = "Sec-WebSocket-Protocol: mqtt";

	test.each([
		["101", "/mqtt", ["Host: 127.0.0.1", mqtt]],
		["101", "/mqtt?x=1", ["Host: localhost:8083", mqtt, "Origin: http://localhost:5173"]],
		["101", "/mqtt", ["Host: [::1]:8083", "Sec-WebSocket-Protocol: mqttv3.1"]],
		["403", "/mqtt", ["Host: 127.0.0.1", mqtt, "Origin: https://example.org"]],
		["403", "/mqtt", ["Host: 127.0.0.1", mqtt, "Origin: null"]],
		["403", "/mqtt", ["Host: example.org", mqtt]],
		["403", "/mqtt", ["Host: localhost.example.org", mqtt, "Origin: http://localhost"]],
		["404", "/", ["Host: 127.0.0.1", mqtt]],
		["400", "/mqtt", ["Host: 127.0.0.1", "Sec-WebSocket-Protocol: chat"]],
	])("answers %s to %s with %j", async (status, path, headers) => {
		expect(await upgrade(path, headers)).toBe(status);
	});
});

/** The same numbers for the same seed: a linear congruential generator, good enough for noise. */
function createRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
