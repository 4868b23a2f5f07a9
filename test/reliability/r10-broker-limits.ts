/**
 * R10: what a broker says it does not take is not sent to it. A scripted broker with each limit, alone and mixed by chance; what goes
 * over the wire is read there, and what is refused is compared with the specification's own words on each limit.
 * `node r10-broker-limits.ts [--count N] [--seed N]`
 */
import type { Packet } from "mqtt-packet";
import type { QoS } from "../../shared/model/message.ts";
import { printRow } from "../bench/report.ts";
import { createSubscription, createTestSession, type TestSession } from "../support/create-test-session.ts";
import { type ScriptedConnection, startScriptedBroker } from "../support/scripted-broker.ts";
import { byte, packet, properties, uint16, uint32, variableInteger } from "./hostile/octets.ts";
import { type Chance, createChance, readOption } from "./seeded.ts";

/** null = the broker does not say. */
interface Limits {
	readonly receiveMaximum: number | null;
	readonly maximumPacketBytes: number | null;
	readonly maximumQos: 0 | 1 | null;
	readonly retainAvailable: boolean | null;
	readonly wildcardAvailable: boolean | null;
	readonly sharedAvailable: boolean | null;
	readonly identifiersAvailable: boolean | null;
	readonly topicAliasMaximum: number | null;
}

interface Try {
	readonly topic: string;
	readonly bytes: number;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly alias: number | null;
}

/** The filter that has a subscription identifier. */
const NUMBERED = "numbered/topic";
const seed = readOption("seed", 10);
const count = readOption("count", 300);
const chance = createChance(seed);
const NONE: Limits = {
	...{ receiveMaximum: null, maximumPacketBytes: null, maximumQos: null, retainAvailable: null },
	...{ wildcardAvailable: null, sharedAvailable: null, identifiersAvailable: null, topicAliasMaximum: null },
};
const EACH: readonly Limits[] = [
	...[1, 2, 5, 30].map((receiveMaximum) => ({ ...NONE, receiveMaximum })),
	...[30, 64, 200, 1000].map((maximumPacketBytes) => ({ ...NONE, maximumPacketBytes })),
	...([0, 1] as const).map((maximumQos) => ({ ...NONE, maximumQos })),
	{ ...NONE, retainAvailable: false },
	{ ...NONE, wildcardAvailable: false },
	{ ...NONE, sharedAvailable: false },
	{ ...NONE, identifiersAvailable: false },
	...[0, 1, 7].map((topicAliasMaximum) => ({ ...NONE, topicAliasMaximum })),
	NONE,
];

const wrong: string[] = [];
let publishes = 0;
let refusals = 0;
let subscriptions = 0;
for (let index = 0; index < count; index++) await play(EACH[index] ?? mix(chance));
for (const line of wrong.slice(0, 40)) console.error(line);
printRow({
	id: "R10",
	what: "what the broker limits is obeyed: each limit alone, then mixed",
	figures: { seed, brokers: count, publishes, refusals, subscriptions, wrong: wrong.length },
	goal: "100 %, said before sending",
});
process.exit(wrong.length === 0 ? 0 : 1);

function mix(from: Chance): Limits {
	const maybe = <Value>(values: readonly Value[]): Value | null => (from.below(2) === 0 ? null : from.pick(values));
	return {
		receiveMaximum: maybe([1, 2, 3, 10]),
		maximumPacketBytes: maybe([40, 100, 500]),
		maximumQos: maybe([0, 1] as const),
		retainAvailable: maybe([true, false]),
		wildcardAvailable: maybe([true, false]),
		sharedAvailable: maybe([true, false]),
		identifiersAvailable: maybe([true, false]),
		topicAliasMaximum: maybe([0, 1, 5, 65_535]),
	};
}

function writeConnack(limits: Limits): string {
	const flag = (id: number, value: boolean | null) => (value === null ? [] : [byte(id, value ? 1 : 0)]);
	const list = [
		...(limits.receiveMaximum === null ? [] : [byte(0x21), uint16(limits.receiveMaximum)]),
		...(limits.maximumPacketBytes === null ? [] : [byte(0x27), uint32(limits.maximumPacketBytes)]),
		...(limits.maximumQos === null ? [] : [byte(0x24, limits.maximumQos)]),
		...flag(0x25, limits.retainAvailable),
		...flag(0x28, limits.wildcardAvailable),
		...flag(0x29, limits.identifiersAvailable),
		...flag(0x2a, limits.sharedAvailable),
		...(limits.topicAliasMaximum === null ? [] : [byte(0x22), uint16(limits.topicAliasMaximum)]),
	];
	return packet(0x20, byte(0, 0), properties(...list)).toString("hex");
}

async function play(limits: Limits): Promise<void> {
	const broker = await startScriptedBroker({ onConnect: writeConnack(limits) });
	const filters = ["plain/topic", "wild/#", "$share/group/plain", `long/${"x".repeat(120)}`];
	const wished = [...filters.map((filter) => createSubscription(filter)), { ...createSubscription(NUMBERED), identifier: 7 }];
	const session = createTestSession({ port: broker.port }, wished);
	const fail = (text: string) => wrong.push(`${JSON.stringify(limits)}: ${text}`);
	try {
		session.connect();
		const connection = await broker.waitForConnection();
		const watch = watchWindow(connection);
		await session.waitForState("connected");
		await checkSubscriptions(session, connection, limits, [...filters, NUMBERED], fail);
		const tries = Array.from({ length: 40 }, () => createTry(chance));
		const accepted = tries.filter((one) => check(session, one, limits, fail));
		const windowed = accepted.filter(({ qos }) => qos > 0).length;
		await session.conversation.waitUntil(() => watch.completed === windowed, `${windowed} deliveries, ${watch.completed} seen`);
		await session.conversation.waitUntil(() => connection.packets.filter(isPublish).length === accepted.length, "all sent");
		if (watch.most > (limits.receiveMaximum ?? 65_535)) fail(`${watch.most} in flight`);
		const largest = Math.max(...connection.packets.map(measureBytes));
		if (largest > (limits.maximumPacketBytes ?? Number.POSITIVE_INFINITY)) fail(`a packet of ${largest} bytes was sent`);
		if (session.state.kind !== "connected") fail(`no longer connected: ${session.state.kind}`);
	} catch (error) {
		fail(String(error));
	} finally {
		await session.close();
		await broker.close();
	}
}

function createTry(from: Chance): Try {
	return {
		topic: from.pick(["a", "some/topic", "a/much/longer/topic/name/with/many/levels"]),
		bytes: from.pick([0, 1, 10, 20, 30, 60, 100, 250, 1000]),
		qos: from.pick([0, 1, 2] as const),
		retain: from.below(4) === 0,
		alias: from.below(4) === 0 ? from.pick([1, 2, 5, 8]) : null,
	};
}

/** The size of the PUBLISH by the specification. [3.3] Where an alias is known already the topic may be left out. */
function measureTry({ topic, bytes, qos, alias }: Try): number {
	const aliasBytes = alias === null ? 0 : 3;
	const rest = 2 + topic.length + (qos > 0 ? 2 : 0) + 1 + aliasBytes + bytes;
	return 1 + variableInteger(rest).length + rest;
}

/** Whether it was accepted; complains where that was not right. */
function check(session: TestSession, one: Try, limits: Limits, fail: (text: string) => void): boolean {
	publishes += 1;
	const answer = session.publish({
		topic: one.topic,
		payload: Buffer.alloc(one.bytes, "x"),
		qos: one.qos,
		retain: one.retain,
		properties: one.alias === null ? {} : { topicAlias: one.alias },
	});
	const reasons = [
		...(one.qos > (limits.maximumQos ?? 2) ? ["above-maximum-qos"] : []),
		...(one.retain && limits.retainAvailable === false ? ["retain-unavailable"] : []),
		...((one.alias ?? 0) > (limits.topicAliasMaximum ?? 0) ? ["above-topic-alias-maximum"] : []),
		...(measureTry(one) > (limits.maximumPacketBytes ?? Number.POSITIVE_INFINITY) ? ["above-maximum-packet-size"] : []),
	];
	if (answer.ok) {
		if (reasons.length > 0) fail(`accepted ${JSON.stringify(one)} against ${reasons.join(", ")}`);
		return true;
	}
	refusals += 1;
	if (!reasons.includes(answer.failure.code)) fail(`refused ${JSON.stringify(one)} with ${answer.failure.code}`);
	return false;
}

async function checkSubscriptions(
	session: TestSession,
	connection: ScriptedConnection,
	limits: Limits,
	filters: readonly string[],
	fail: (text: string) => void,
): Promise<void> {
	const isForbidden = (filter: string) =>
		(filter.includes("#") && limits.wildcardAvailable === false) ||
		(filter.startsWith("$share/") && limits.sharedAvailable === false) ||
		(filter === NUMBERED && limits.identifiersAvailable === false) ||
		// Fixed header of two bytes, identifier, properties, filter, options. [3.8]
		2 + 2 + 1 + (filter === NUMBERED ? 2 : 0) + 2 + filter.length + 1 > (limits.maximumPacketBytes ?? Number.POSITIVE_INFINITY);
	const allowed = filters.filter((filter) => !isForbidden(filter));
	const isSettled = () => session.entries.every(({ status }) => status.kind === "granted" || status.kind === "failed");
	await session.conversation.waitUntil(isSettled, "subscriptions settled");
	const asked = connection.packets.flatMap((one) => (one.cmd === "subscribe" ? one.subscriptions.map(({ topic }) => topic) : []));
	subscriptions += asked.length;
	if (asked.toSorted().join() !== allowed.toSorted().join())
		fail(`subscribed to ${asked.join()} where ${allowed.join()} is allowed`);
}

/** Answers every message, a little later, and keeps the most that were under way at once. [MQTT 5.0: 4.9] */
function watchWindow(connection: ScriptedConnection): { readonly most: number; readonly completed: number } {
	const open = new Set<number>();
	const seen = { most: 0, completed: 0 };
	let read = 0;
	connection.socket.on("data", () =>
		setImmediate(() => {
			for (; read < connection.packets.length; read++) answer(connection.packets[read]);
		}),
	);
	const answer = (one: Packet | undefined) => {
		const id = one?.messageId ?? 0;
		if (one?.cmd === "subscribe") connection.socket.write(packet(0x90, uint16(id), byte(0, 0)));
		if (one?.cmd === "publish" && one.qos > 0) {
			open.add(id);
			seen.most = Math.max(seen.most, open.size);
			setImmediate(() => {
				if (one.qos === 1) complete(id);
				connection.socket.write(packet(one.qos === 1 ? 0x40 : 0x50, uint16(id)));
			});
		}
		if (one?.cmd === "pubrel") {
			complete(id);
			connection.socket.write(packet(0x70, uint16(id)));
		}
	};
	const complete = (id: number) => {
		open.delete(id);
		seen.completed += 1;
	};
	return seen;
}

function isPublish(one: Packet): boolean {
	return one.cmd === "publish";
}

function measureBytes(one: Packet): number {
	const length = one.length ?? 0;
	// CONNECT goes out before the broker has said anything.
	return one.cmd === "connect" ? 0 : 1 + variableInteger(length).length + length;
}
