import { describe, expect, test } from "vitest";
import { canRetry } from "../../../../../electron/engine/session/can-retry.ts";
import { computeBackOffMs } from "../../../../../electron/engine/session/compute-back-off.ts";
import { createClientIdClaims } from "../../../../../electron/engine/session/create-client-id-claims.ts";
import { createPacketIds } from "../../../../../electron/engine/session/create-packet-ids.ts";
import { createRepeatMemory } from "../../../../../electron/engine/session/create-repeat-memory.ts";
import type { InboundPublish } from "../../../../../electron/engine/session/guard/packets.ts";
import { needsReconnect } from "../../../../../electron/engine/session/needs-reconnect.ts";
import { Fifo } from "../../../../../electron/engine/session/outbox/fifo.ts";
import { selectNetworkFailure } from "../../../../../electron/engine/session/select-network-failure.ts";
import { createTopicCounter } from "../../../../../electron/engine/session/subscriptions/create-topic-counter.ts";
import { createFailure, createReasonFailure } from "../../../../../shared/model/create-failure.ts";
import { createProfile, createSubscription } from "../../../../support/create-test-session.ts";

describe("back-off", () => {
	test("doubles from the first delay to a ceiling of a minute", () => {
		const middle = [1, 2, 3, 4, 5, 6, 40].map((attempt) =>
			computeBackOffMs({ firstSeconds: 4, ceilingSeconds: 60 }, attempt, () => 0.5),
		);
		expect(middle).toEqual([4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
	});

	test("scatters by a fifth, and never beyond the ceiling", () => {
		expect(computeBackOffMs({ firstSeconds: 10, ceilingSeconds: 60 }, 1, () => 0)).toBe(8000);
		expect(computeBackOffMs({ firstSeconds: 10, ceilingSeconds: 60 }, 1, () => 1)).toBe(12_000);
		expect(computeBackOffMs({ firstSeconds: 4, ceilingSeconds: 60 }, 10, () => 1)).toBe(60_000);
		expect(computeBackOffMs({ firstSeconds: 4, ceilingSeconds: 10 }, 10, () => 1)).toBe(10_000);
		expect(computeBackOffMs({ firstSeconds: 600, ceilingSeconds: 60 }, 3, () => 1)).toBe(600_000);
	});
});

describe("what is tried again", () => {
	test("is what can pass by itself, and nothing that needs a person", () => {
		const passing = [
			"host-not-found",
			"refused",
			"unreachable",
			"connect-timeout",
			"connection-lost",
			"connection-closed",
			"keep-alive-lost",
		] as const;
		expect(passing.filter((code) => !canRetry(createFailure(code)))).toEqual([]);
		const standing = ["tls-untrusted", "taken-over", "protocol-error", "not-mqtt", "secrets-needed", "client-id-needed"] as const;
		expect(standing.filter((code) => canRetry(createFailure(code)))).toEqual([]);
		expect([503, 404].map((status) => canRetry(createFailure("websocket-status", { status })))).toEqual([true, false]);
		const reasons = [0x88, 0x89, 0x8b, 0x97, 0x84, 0x85, 0x86, 0x87, 0x8a, 0x9c];
		expect(reasons.filter((code) => canRetry(createReasonFailure("connack-refused", code)))).toEqual([0x88, 0x89, 0x8b, 0x97]);
	});
});

describe("errors of the network", () => {
	test.each([
		["ENOTFOUND", "host-not-found"],
		["EAI_AGAIN", "host-not-found"],
		["ECONNREFUSED", "refused"],
		["EHOSTUNREACH", "unreachable"],
		["ENETUNREACH", "unreachable"],
		["ERR_SSL_WRONG_VERSION_NUMBER", "tls-to-plain-port"],
		["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls-failed"],
		["ECONNRESET", "closed-before-connack"],
	])("%s is %s", (code, expected) => {
		const failure = selectNetworkFailure(Object.assign(new Error("secret"), { code }), createProfile());
		expect(failure.code).toBe(expected);
		expect(JSON.stringify(failure)).not.toContain("secret");
		expect(failure.message).not.toContain("{{");
	});
});

describe("packet identifiers", () => {
	test("go round, pass over those in use, and run out at 65,535", () => {
		const ids = createPacketIds();
		expect(ids.reserve(2)).toBe(true);
		expect(ids.reserve(2)).toBe(false);
		expect([ids.allocate(), ids.allocate()]).toEqual([1, 3]);
		ids.release(1);
		expect(ids.allocate()).toBe(4);
		while (ids.allocate() !== null);
		ids.release(500);
		expect([ids.allocate(), ids.allocate()]).toEqual([500, null]);
	});
});

test("of two claims to one client id the later one stands until it is released", () => {
	const claims = createClientIdClaims();
	const older = claims.claim("broker id");
	const other = claims.claim("broker other");
	expect(older.isSuperseded).toBe(false);
	const newer = claims.claim("broker id");
	expect([older.isSuperseded, newer.isSuperseded, other.isSuperseded]).toEqual([true, false, false]);
	newer.release();
	expect(older.isSuperseded).toBe(false);
	older.release();
	expect(older.isSuperseded).toBe(false);
});

describe("a message repeated after its PUBREL", () => {
	const create = (packetId: number, text: string, dup = false): InboundPublish => ({
		topic: "t",
		payload: Buffer.from(text),
		qos: 2,
		retain: false,
		dup,
		packetId,
		properties: undefined,
	});
	const fill = (count: number) => {
		const memory = createRepeatMemory();
		memory.open();
		for (let id = 1; id <= count; id++) memory.note(create(id, `text ${id}`));
		memory.release(1);
		return memory;
	};

	test("is known in a later connection by identifier, DUP and content, from a broker that counts", () => {
		const memory = fill(40);
		expect(memory.isKnown(create(1, "text 1", true))).toBe(false);
		memory.open();
		expect(memory.isKnown(create(1, "text 1", true))).toBe(true);
		expect(memory.isKnown(create(1, "text 1", false))).toBe(false);
		expect(memory.isKnown(create(1, "other", true))).toBe(false);
		expect(memory.isKnown(create(2, "text 2", true))).toBe(false);
	});

	test("is taken for new where the broker is not known to count, or uses identifiers again", () => {
		const few = fill(10);
		few.open();
		expect(few.isKnown(create(1, "text 1", true))).toBe(false);
		const reusing = fill(40);
		reusing.note(create(2, "again"));
		reusing.open();
		expect(reusing.isKnown(create(1, "text 1", true))).toBe(false);
	});
});

test("a message counts for every filter that matches its topic, and a filter that stays keeps its count", () => {
	const counter = createTopicCounter(() => 5);
	counter.setSubscriptions(["a/#", "a/+", "$share/g/a/b", "b", "__proto__"].map((filter) => createSubscription(filter)));
	for (const topic of ["a/b", "a/b/c", "__proto__", "x"]) counter.count(topic, 5);
	expect(["a/#", "a/+", "$share/g/a/b", "b", "__proto__"].map((filter) => counter.read(filter).received)).toEqual([
		2, 1, 1, 0, 1,
	]);
	counter.setSubscriptions([createSubscription("a/+"), createSubscription("x")]);
	counter.count("a/b", 6);
	counter.count("x", 7);
	expect([counter.read("a/+"), counter.read("x"), counter.read("a/#")]).toMatchObject([
		{ received: 2, lastAt: 6 },
		{ received: 1, lastAt: 7 },
		{ received: 0, lastAt: null },
	]);
});

test("only what goes over the wire asks for a reconnect", () => {
	const used = createProfile();
	expect(needsReconnect(used, { ...used, name: "Other", autoReconnect: true, reconnectDelaySeconds: 9, path: "/x" })).toBe(false);
	for (const change of [{ host: "other" }, { keepAliveSeconds: 5 }, { sessionExpirySeconds: 3 }, { username: "ann" }]) {
		expect(needsReconnect(used, { ...used, ...change })).toBe(true);
	}
});

test("a queue gives back what it took, in order, over any number of rounds", () => {
	const queue = new Fifo<number>();
	for (let index = 0; index < 5000; index++) queue.push(index);
	for (let index = 0; index < 3000; index++) {
		expect(queue.peek()).toBe(index);
		queue.drop();
	}
	queue.push(5000);
	expect([queue.length, queue.list()[0], queue.list().at(-1)]).toEqual([2001, 3000, 5000]);
});

test("a rate is of the last five whole seconds, and falls to nothing when nothing comes", () => {
	let now = 0;
	const counter = createTopicCounter(() => now);
	counter.setSubscriptions([createSubscription("a")]);
	const read = (at: number) => {
		now = at;
		return counter.read("a").rate;
	};
	for (let at = 0; at < 2000; at += 100) counter.count("a", at);
	expect([1500, 2500, 5999, 6500, 7500, 60_000].map(read)).toEqual([2, 4, 4, 2, 0, 0]);
});
