/** What CONNECT allows the broker: topic aliases, messages under way, packet size, reasons in words, authentication. All of MQTT 5. */
import { BAD_ALIAS, type Expected, FORBIDDEN, type HostileCase, KEPT } from "./hostile-case.ts";
import { byte, field, packet, properties, uint16 } from "./octets.ts";
import { FIRST_BYTE } from "./specification.ts";

const TOO_MANY: Expected = { kind: "closed", codes: [0x93] };
const TOO_LARGE: Expected = { kind: "closed", codes: [0x95] };
const TOPIC_ALIAS = 0x23;
const REASON_STRING = 0x1f;
const USER_PROPERTY = 0x26;
const METHOD = 0x15;

export function listAllowanceCases(): readonly HostileCase[] {
	return [...listAliases(), ...listUnderWay(), ...listSizes(), ...listWords(), ...listAuthentication()];
}

type Given = Pick<HostileCase, "allows" | "bytes" | "expected"> & { readonly phase?: HostileCase["phase"] };

function create(name: string, clause: string, given: Given): HostileCase {
	return { name: `allowance: ${name}`, clause, version: 5, phase: "after", ...given };
}

function publishWithAlias(topic: string, alias: number): Buffer {
	return packet(0x30, field(topic), properties(Buffer.concat([byte(TOPIC_ALIAS), uint16(alias)])), byte(0x78));
}

function listAliases(): readonly HostileCase[] {
	return [1, 2, 10, 1000, 65_535].flatMap((topicAliasMaximum) => {
		const allows = { topicAliasMaximum };
		const named = Buffer.concat([publishWithAlias("a", topicAliasMaximum), publishWithAlias("", topicAliasMaximum)]);
		const of = (what: string) => `${what}, of ${topicAliasMaximum} topic aliases`;
		return [
			create(of("the last one, and what it stands for"), "MQTT 5.0: 3.3.2.3.4", { allows, bytes: named, expected: KEPT }),
			create(of("one that stands for nothing"), "MQTT 5.0: 3.3.2.3.4", {
				allows,
				bytes: publishWithAlias("", topicAliasMaximum),
				expected: FORBIDDEN,
			}),
			create(of("number 0"), "MQTT-3.3.2-8", { allows, bytes: publishWithAlias("a", 0), expected: BAD_ALIAS }),
			...(topicAliasMaximum === 65_535
				? []
				: ["a", ""].map((topic) =>
						create(of(`one too many, topic “${topic}”`), "MQTT-3.1.2-26", {
							...{ allows, bytes: publishWithAlias(topic, topicAliasMaximum + 1), expected: BAD_ALIAS },
						}),
					)),
		];
	});
}

/** QoS 2, never released: each of them stays under way. */
function listUnderWay(): readonly HostileCase[] {
	const publishes = (count: number) =>
		Buffer.concat(Array.from({ length: count }, (_, index) => packet(0x34, field("a"), uint16(index + 1), byte(0))));
	return [1, 2, 3, 20, 100].flatMap((receiveMaximum) => [
		create(`one message too many, of ${receiveMaximum} under way`, "MQTT-3.3.4-9", {
			...{ allows: { receiveMaximum }, bytes: publishes(receiveMaximum + 1), expected: TOO_MANY },
		}),
		// One less: the question whether it is alive is one more.
		create(`as many messages as may be, of ${receiveMaximum} under way`, "MQTT-3.3.4-9", {
			...{ allows: { receiveMaximum }, bytes: publishes(receiveMaximum - 1), expected: KEPT },
		}),
	]);
}

function listSizes(): readonly HostileCase[] {
	const publishOf = (bytes: number) => {
		const header = bytes - 2 < 128 ? 2 : 3;
		return packet(0x30, field("a"), byte(0), Buffer.alloc(bytes - header - 4, 0x78));
	};
	return [32, 100, 128, 1000].flatMap((maximumPacketBytes) => [
		create(`a packet of ${maximumPacketBytes + 1} bytes, of ${maximumPacketBytes}`, "MQTT-3.1.2-24", {
			...{ allows: { maximumPacketBytes }, bytes: publishOf(maximumPacketBytes + 1), expected: TOO_LARGE },
		}),
		create(`a packet of ${maximumPacketBytes} bytes, of as many`, "MQTT-3.1.2-24", {
			...{ allows: { maximumPacketBytes }, bytes: publishOf(maximumPacketBytes), expected: KEPT },
		}),
	]);
}

/** [MQTT-3.1.2-29] In a PUBLISH user properties are the publisher's. */
function listWords(): readonly HostileCase[] {
	const allows = { requestProblemInformation: false };
	const words = [
		["a reason string", Buffer.concat([byte(REASON_STRING), field("why")])],
		["a user property", Buffer.concat([byte(USER_PROPERTY), field("a"), field("b")])],
	] as const;
	const answers = (["PUBACK", "PUBREC", "PUBREL", "PUBCOMP"] as const).flatMap((name) =>
		words.map(([what, word]) =>
			create(`${what} in ${name}, which was not asked for`, "MQTT-3.1.2-29", {
				...{ allows, bytes: packet(FIRST_BYTE[name], uint16(1), byte(0), properties(word)), expected: FORBIDDEN },
			}),
		),
	);
	const user = words[1][1];
	const publish = packet(0x30, field("a"), properties(user), byte(0x78));
	const connack = packet(0x20, byte(0, 0), properties(...words.map(([, word]) => word)));
	return [
		...answers,
		create("a user property in PUBLISH, where no reasons were asked for", "MQTT-3.1.2-29", {
			allows,
			bytes: publish,
			expected: KEPT,
		}),
		create("words in CONNACK, where no reasons were asked for", "MQTT-3.1.2-29", {
			...{ allows, phase: "first" as const, bytes: connack, expected: KEPT },
		}),
	];
}

function listAuthentication(): readonly HostileCase[] {
	const allows = { method: "M" };
	const method = (name: string) => Buffer.concat([byte(METHOD), field(name)]);
	const auth = (code: number, ...list: readonly Buffer[]) => packet(0xf0, byte(code), properties(...list));
	const connack = (...list: readonly Buffer[]) => packet(0x20, byte(0, 0), properties(...list));
	const first = (name: string, bytes: Buffer, expected: Expected) =>
		create(name, "MQTT 5.0: 4.12", { allows, phase: "first", bytes, expected });
	return [
		first("AUTH by another method", auth(0x18, method("N")), FORBIDDEN),
		first("AUTH by no method", auth(0x18), FORBIDDEN),
		first("AUTH without a body", packet(0xf0), FORBIDDEN),
		first("AUTH with success before CONNACK", auth(0x00, method("M")), FORBIDDEN),
		first("AUTH twice at once", Buffer.concat([auth(0x18, method("M")), auth(0x18, method("M"))]), FORBIDDEN),
		first("CONNACK by another method", connack(method("N")), FORBIDDEN),
		first("CONNACK by no method", connack(), FORBIDDEN),
		first("CONNACK by the same method", connack(method("M")), KEPT),
		first("AUTH with success where nothing was asked", Buffer.concat([connack(method("M")), auth(0, method("M"))]), FORBIDDEN),
		first("AUTH again, from the broker", Buffer.concat([connack(method("M")), auth(0x18, method("M"))]), KEPT),
	];
}
