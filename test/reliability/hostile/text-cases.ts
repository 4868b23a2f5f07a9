/** Strings that are none, and topic names that are none, in every field that holds one. [MQTT 5.0: 1.5.4, 4.7; 3.1.1: 1.5.3, 4.7] */
import { type Expected, FORBIDDEN_OR_MALFORMED, type HostileCase, KEPT, MALFORMED } from "./hostile-case.ts";
import { byte, field, packet } from "./octets.ts";
import { PROPERTIES, writePacket, writeProperty } from "./specification.ts";

/** [MQTT-1.5.4-1, MQTT-1.5.4-2] */
const BAD_TEXTS: readonly (readonly [string, Buffer])[] = [
	["NUL", byte(0x61, 0x00, 0x62)],
	["a lone continuation byte", byte(0x80)],
	["a sequence that is cut", byte(0xe2, 0x82)],
	["a sequence with a wrong second byte", byte(0xc3, 0x28)],
	["/ in two bytes", byte(0xc0, 0xaf)],
	["/ in three bytes", byte(0xe0, 0x80, 0xaf)],
	["NUL in two bytes", byte(0xc0, 0x80)],
	["a high surrogate", byte(0xed, 0xa0, 0x80)],
	["a low surrogate", byte(0xed, 0xbf, 0xbf)],
	["a pair of surrogates", byte(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
	["a code point beyond U+10FFFF", byte(0xf4, 0x90, 0x80, 0x80)],
	["a sequence of five bytes", byte(0xf8, 0x88, 0x80, 0x80, 0x80)],
	["0xFE", byte(0xfe)],
	["0xFF", byte(0xff)],
	["UTF-16", byte(0xfe, 0xff, 0x00, 0x61)],
];

/** What a receiver should not refuse, or may keep. [MQTT-1.5.4-3: U+FEFF is kept; non-characters and controls are its own choice] */
const GOOD_TEXTS: readonly (readonly [string, string])[] = [
	["U+FEFF", "\ufeffa"],
	["a control character", "a\u0001b"],
	["U+FFFF", "\uffff"],
	["four bytes", "\u{1f600}"],
	["a bidirectional override", "a\u202eb"],
];

export function listTextCases(): readonly HostileCase[] {
	return [...listTopics(), ...listProperties()];
}

function listTopics(): readonly HostileCase[] {
	return ([4, 5] as const).flatMap((version) => {
		const create = (what: string, topic: Uint8Array, expected: Expected, clause: string): HostileCase => ({
			...{ name: `text: topic name with ${what}`, clause, version, phase: "after", expected },
			bytes: packet(0x30, field(topic), ...(version === 5 ? [byte(0)] : []), Buffer.from("x")),
		});
		const wildcards = ["#", "+", "a/#", "a/+/b", "a#", "a+b", "+/", "/#", "$SYS/#"];
		const good = [...GOOD_TEXTS, ["a slash alone", "/"], ["empty levels", "//a//"], ["a blank", " "], ["$", "$SYS/x"]] as const;
		return [
			...BAD_TEXTS.map(([what, bytes]) => create(what, bytes, MALFORMED, "MQTT-1.5.4-1, MQTT-1.5.4-2")),
			...wildcards.map((topic) => create(`wildcard ${topic}`, Buffer.from(topic), FORBIDDEN_OR_MALFORMED, "MQTT-3.3.2-2")),
			...good.map(([what, text]) => create(what, Buffer.from(text), KEPT, "1.5.4, 4.7")),
			create("the longest name", Buffer.alloc(65_535, "a"), KEPT, "1.5.4"),
			create("nothing", Buffer.alloc(0), FORBIDDEN_OR_MALFORMED, "MQTT-4.7.3-1; 5.0: 3.3.2.1"),
		];
	});
}

/** Every property that holds a string, in the first packet that may carry it, and both halves of a user property. */
function listProperties(): readonly HostileCase[] {
	const texts = PROPERTIES.filter(({ isText, packets }) => isText && packets.length > 0).map((property) => ({
		what: property.name,
		packetName: property.packets[0] ?? "PUBLISH",
		write: (text: Uint8Array | string) => writeProperty(property, field(text)),
	}));
	const halves = (["PUBLISH", "CONNACK", "SUBACK", "DISCONNECT"] as const).flatMap((packetName) => [
		{ what: `User Property's key in ${packetName}`, packetName, write: (text: Uint8Array | string) => pair(text, "value") },
		{ what: `User Property's value in ${packetName}`, packetName, write: (text: Uint8Array | string) => pair("key", text) },
	]);
	return [...texts, ...halves].flatMap(({ what, packetName, write }) => {
		const place = { version: 5, phase: packetName === "CONNACK" ? "first" : "after" } as const;
		const expected: Expected = packetName === "DISCONNECT" ? { kind: "ended" } : KEPT;
		return [
			...BAD_TEXTS.map(
				([bad, bytes]): HostileCase => ({
					...{ name: `text: ${what} with ${bad}`, clause: "MQTT-1.5.4-1, MQTT-1.5.4-2", ...place },
					...{ bytes: writePacket(packetName, [write(bytes)]), expected: MALFORMED },
				}),
			),
			...GOOD_TEXTS.map(
				([good, text]): HostileCase => ({
					...{ name: `text: ${what} with ${good}`, clause: "1.5.4", ...place },
					...{ bytes: writePacket(packetName, [write(text)]), expected },
				}),
			),
		];
	});
}

function pair(key: Uint8Array | string, value: Uint8Array | string): Buffer {
	return writeProperty({ id: 0x26 }, Buffer.concat([field(key), field(value)]));
}
