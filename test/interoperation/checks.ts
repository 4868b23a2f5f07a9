/** What is tried with every broker, on every version that it speaks. */
import type { LastWill } from "../../shared/model/connection.ts";
import type { QoS } from "../../shared/model/message.ts";
import type { TestSession } from "../support/create-test-session.ts";
import { type Bench, LIMIT_MS, type MatrixCheck } from "./matrix-check.ts";

const BOTH = ["3.1.1", "5.0"] as const;
const FIVE = ["5.0"] as const;
const YES = "yes";

function read(session: TestSession): readonly string[] {
	return session.conversation.received.map(({ payload }) => Buffer.from(payload).toString());
}

async function waitForReceived(session: TestSession, count: number): Promise<void> {
	const { conversation } = session;
	await conversation.waitUntil(() => conversation.received.length >= count, `${count} received`, LIMIT_MS);
}

/** Nothing more comes: a message sent behind it, on the same way, is the next that arrives. */
async function expectOnly(bench: Bench, session: TestSession, texts: readonly string[]): Promise<void> {
	await bench.say(["-t", bench.topic, "-m", "end", "-q", "1"]);
	await session.conversation.waitUntil(() => read(session).includes("end"), "end", LIMIT_MS);
	const seen = read(session).filter((text) => text !== "end");
	if (seen.join() !== texts.join()) throw new Error(`${seen.join() || "nothing"} instead of ${texts.join() || "nothing"}`);
}

function createWill({ topic }: Bench, delaySeconds: number): LastWill {
	return { topic, payload: Buffer.from("offline"), payloadSyntax: "text", qos: 1, retain: false, delaySeconds, properties: {} };
}

function publishes(qos: QoS): MatrixCheck {
	return {
		name: `publish with QoS ${qos}`,
		versions: BOTH,
		run: async (bench) => {
			const listener = await bench.listen(["-t", bench.topic, "-q", "2", "-F", "got %q %p"]);
			const session = await bench.open();
			session.publishText(bench.topic, "hello", qos);
			await session.conversation.waitUntil(
				() => session.conversation.published.every(({ delivery }) => delivery.state !== "waiting"),
				"settled",
				LIMIT_MS,
			);
			const failure = session.conversation.published[0]?.delivery.failure;
			if (failure !== undefined) return `told: ${failure.message}`;
			const line = await listener.waitForLine(/^got /, { limitMs: LIMIT_MS });
			if (!line.endsWith(" hello")) throw new Error(line);
			const seen = Number(line.split(" ")[1]);
			return seen === qos ? YES : `arrives with QoS ${seen}`;
		},
	};
}

function receives(qos: QoS): MatrixCheck {
	return {
		name: `receive with QoS ${qos}`,
		versions: BOTH,
		run: async (bench) => {
			const session = await bench.open({}, [[bench.topic, qos]]);
			const status = session.entries[0]?.status;
			if (status?.kind !== "granted") throw new Error(`the filter was ${status?.kind ?? "lost"}`);
			// A broker that grants less may not take more either.
			await bench.say(["-t", bench.topic, "-m", "hello", "-q", String(status.qos)]);
			await waitForReceived(session, 1);
			const seen = session.conversation.received[0]?.qos ?? 0;
			if (seen !== status.qos) throw new Error(`granted QoS ${status.qos}, received with ${seen}`);
			return seen === qos ? YES : `granted QoS ${seen}`;
		},
	};
}

const retain: MatrixCheck = {
	name: "retained: kept, marked, cleared",
	versions: BOTH,
	run: async (bench) => {
		const session = await bench.open();
		session.publishText(bench.topic, "first", 1, true);
		session.publishText(bench.topic, "second", 1, true);
		await session.conversation.waitUntil(
			() => session.conversation.published.every(({ delivery }) => delivery.state === "done"),
			"delivered",
			LIMIT_MS,
		);
		const reader = await bench.open({}, [[bench.topic, 1]]);
		await waitForReceived(reader, 1);
		if (read(reader).join() !== "second") throw new Error(read(reader).join());
		if (reader.conversation.received[0]?.retain !== true) throw new Error("not marked");
		session.publishText(bench.topic, "", 1, true);
		await waitForReceived(reader, 2);
		await expectOnly(bench, await bench.open({}, [[bench.topic, 1]]), []);
		return YES;
	},
};

const will: MatrixCheck = {
	name: "last will after a dropped connection",
	versions: BOTH,
	run: async (bench) => {
		const reader = await bench.open({}, [[bench.topic, 1]]);
		const profile = await bench.open({
			will: createWill(bench, 0),
		});
		profile.drop();
		await waitForReceived(reader, 1);
		return read(reader).join() === "offline" ? YES : read(reader).join();
	},
};

const noWill: MatrixCheck = {
	name: "no last will after Disconnect",
	versions: BOTH,
	run: async (bench) => {
		const reader = await bench.open({}, [[bench.topic, 1]]);
		const leaving = await bench.open({
			will: createWill(bench, 0),
		});
		await leaving.disconnect();
		await expectOnly(bench, reader, []);
		return YES;
	},
};

const session: MatrixCheck = {
	name: "session resumed, in order",
	versions: BOTH,
	run: async (bench) => {
		const keeping = await bench.open({ cleanStart: false, sessionExpirySeconds: 60 }, [[bench.topic, 1]]);
		await keeping.disconnect();
		for (const text of ["1", "2", "3"]) await bench.say(["-t", bench.topic, "-m", text, "-q", "1"]);
		keeping.connect();
		const { granted } = await keeping.waitForState("connected", LIMIT_MS);
		if (!granted.sessionPresent) throw new Error("session present is not set");
		await waitForReceived(keeping, 3);
		return read(keeping).join() === "1,2,3" ? YES : read(keeping).join();
	},
};

const propertiesIn: MatrixCheck = {
	name: "properties received",
	versions: FIVE,
	run: async (bench) => {
		const reader = await bench.open({}, [[bench.topic, 1]]);
		const set = (name: string, ...values: readonly string[]) => ["-D", "publish", name, ...values];
		await bench.say([
			...["-t", bench.topic, "-m", "hello", "-q", "1"],
			...[...set("content-type", "text/plain"), ...set("response-topic", "answer"), ...set("correlation-data", "42")],
			...[...set("payload-format-indicator", "1"), ...set("message-expiry-interval", "60")],
			...[...set("user-property", "b", "1"), ...set("user-property", "a", "2"), ...set("user-property", "b", "3")],
		]);
		await waitForReceived(reader, 1);
		const got = reader.conversation.received[0]?.properties ?? {};
		const lost = [
			...(got.contentType === "text/plain" ? [] : ["content type"]),
			...(got.responseTopic === "answer" ? [] : ["response topic"]),
			...(Buffer.from(got.correlationData ?? []).toString() === "42" ? [] : ["correlation data"]),
			...(got.payloadIsUtf8 === true ? [] : ["payload format"]),
			...((got.messageExpirySeconds ?? 0) > 0 ? [] : ["message expiry"]),
			...((got.userProperties ?? []).map(({ key, value }) => key + value).join() === "b1,a2,b3"
				? []
				: ["user properties in order"]),
		];
		return lost.length === 0 ? YES : `without ${lost.join(", ")}`;
	},
};

const propertiesOut: MatrixCheck = {
	name: "properties published",
	versions: FIVE,
	run: async (bench) => {
		const listener = await bench.listen(["-t", bench.topic, "-q", "1", "-F", "got %C|%R|%D|%P|%p"]);
		const speaker = await bench.open();
		speaker.publish({
			...{ topic: bench.topic, payload: Buffer.from("hello"), qos: 1, retain: false },
			properties: {
				...{ contentType: "text/plain", responseTopic: "answer", correlationData: Buffer.from("42") },
				userProperties: [
					{ key: "b", value: "1" },
					{ key: "a", value: "2" },
					{ key: "b", value: "3" },
				],
			},
		});
		const line = await listener.waitForLine(/^got /, { limitMs: LIMIT_MS });
		return line === "got text/plain|answer|42|b:1 a:2 b:3|hello" ? YES : line.slice(4);
	},
};

const noMatching: MatrixCheck = {
	name: "0x10: no matching subscribers",
	versions: FIVE,
	run: async (bench) => {
		const speaker = await bench.open();
		speaker.publishText(`${bench.topic}/nobody`, "hello", 1);
		const { conversation } = speaker;
		await conversation.waitUntil(() => conversation.published[0]?.delivery.state === "done", "delivered", LIMIT_MS);
		const code = conversation.published[0]?.delivery.ticks.at(-1)?.reasonCode ?? 0;
		return code === 0x10 ? YES : "says success";
	},
};

const willDelay: MatrixCheck = {
	name: "will delay of 1 s; none when back before",
	versions: FIVE,
	run: async (bench) => {
		const reader = await bench.open({}, [[bench.topic, 1]]);
		const dying = await bench.open({
			cleanStart: false,
			sessionExpirySeconds: 60,
			will: createWill(bench, 1),
		});
		dying.drop();
		dying.connect();
		await dying.waitForState("connected", LIMIT_MS);
		dying.drop();
		await waitForReceived(reader, 1);
		return read(reader).length === 1 ? YES : `${read(reader).length} wills`;
	},
};

const shared: MatrixCheck = {
	name: "shared subscription: each message once",
	versions: FIVE,
	run: async (bench) => {
		const filter = `$share/group/${bench.topic}`;
		const readers = [await bench.open({}, [[filter, 1]]), await bench.open({}, [[filter, 1]])];
		const statuses = readers.map((one) => one.entries[0]?.status.kind);
		if (statuses.some((kind) => kind !== "granted")) return "not offered";
		for (const text of ["1", "2", "3", "4"]) await bench.say(["-t", bench.topic, "-m", text, "-q", "1"]);
		const first = readers[0];
		if (first === undefined) throw new Error("two readers");
		const all = () => readers.flatMap((one) => read(one));
		await first.conversation.waitUntil(() => all().length >= 4, "four messages", LIMIT_MS);
		return all().toSorted().join() === "1,2,3,4" ? YES : all().toSorted().join();
	},
};

const assignedId: MatrixCheck = {
	name: "Client ID assigned by the broker",
	versions: FIVE,
	run: async (bench) => {
		const { granted } = await (await bench.open({ clientId: "" })).waitForState("connected");
		if (granted.clientId === "") throw new Error("accepted without one");
		return granted.clientIdAssigned ? YES : "no";
	},
};

const grants: MatrixCheck = {
	name: "granted",
	versions: FIVE,
	run: async (bench) => {
		const { granted } = await (await bench.open()).waitForState("connected");
		const missing = [
			...(granted.retainAvailable ? [] : ["no retain"]),
			...(granted.wildcardAvailable ? [] : ["no wildcards"]),
			...(granted.identifiersAvailable ? [] : ["no subscription identifiers"]),
			...(granted.sharedAvailable ? [] : ["no shared subscriptions"]),
		];
		const size = granted.maximumPacketBytes === null ? [] : [`packets up to ${granted.maximumPacketBytes} bytes`];
		const facts = [
			`QoS up to ${granted.maximumQos}`,
			`${granted.receiveMaximum} under way`,
			`${granted.topicAliasMaximum} topic aliases`,
		];
		return [...facts, ...size, ...missing].join(", ");
	},
};

export const CHECKS: readonly MatrixCheck[] = [
	...([0, 1, 2] as const).map(publishes),
	...([0, 1, 2] as const).map(receives),
	...[retain, will, noWill, session],
	...[propertiesIn, propertiesOut, noMatching, willDelay, shared, assignedId, grants],
];
