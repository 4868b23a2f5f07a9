/**
 * The guard: cuts what comes from the socket into control packets and checks each strictly before anyone acts on it. What breaks a
 * rule is a Violation, and nothing after it is read. Work is per chunk: packets that lie whole in a chunk are read where they lie;
 * only the one that a chunk's end cuts is copied, into memory that grows with what has arrived and not with what was announced.
 */
import { ByteReader } from "./byte-reader.ts";
import { FIVE_PACKET_RULES, LEGACY_PACKET_RULES, type PacketRule } from "./packet-rules.ts";
import type { InboundPacket, InboundPublish } from "./packets.ts";
import { readPacket } from "./read-packet.ts";
import { readPublish } from "./read-publish.ts";
import { TopicAliases } from "./topic-aliases.ts";
import { TopicReader } from "./topic-reader.ts";
import { PACKET_TOO_LARGE, refuseMalformed, refuseProtocol, Violation } from "./violation.ts";

/** The largest packet that MQTT can frame: its remaining length and the five bytes before it. [MQTT 2.1.4] */
export const LARGEST_PACKET_BYTES = 268_435_455 + 5;

/** What stays allocated between packets for the one that a chunk's end cuts. */
const PARTIAL_KEPT_BYTES = 65_536;

export interface GuardOptions {
	readonly isFive: boolean;
	/** A packet announced larger than this is refused before it is read. */
	readonly maximumPacketBytes: number;
	/** CONNECT carried an authentication method: AUTH may come. [MQTT-4.12.0-1] */
	readonly authenticates: boolean;
	/** So many topic aliases were offered; 0 = none. */
	readonly topicAliasMaximum: number;
	/** CONNECT asked for no problem information: reasons in words come with CONNACK and DISCONNECT alone. [MQTT-3.1.2-29] */
	readonly isTerse: boolean;
	readonly onPublish: (publish: InboundPublish) => void;
	/** `frame` is the packet's bytes, valid during the call alone. May throw a Violation. */
	readonly onPacket: (packet: InboundPacket, frame: Buffer) => void;
}

export interface Guard {
	/** Reads on. A Violation is the last that it says. */
	write(chunk: Buffer): Violation | null;
	/** Nothing more is read, not even the rest of the chunk that is being read. */
	stop(): void;
}

export function createGuard(options: GuardOptions): Guard {
	return new StreamGuard(options);
}

class StreamGuard implements Guard {
	readonly #options: GuardOptions;
	readonly #rules: readonly PacketRule[];
	readonly #reader = new ByteReader();
	readonly #topics = new TopicReader();
	readonly #aliases: TopicAliases;
	#connackSeen = false;
	#stopped = false;
	#partial: Buffer = Buffer.allocUnsafe(PARTIAL_KEPT_BYTES);
	#partialBytes = 0;
	/** Of the header read last: where its body begins and ends. */
	#bodyAt = 0;
	#bodyEnd = 0;

	constructor(options: GuardOptions) {
		this.#options = options;
		this.#rules = options.isFive ? FIVE_PACKET_RULES : LEGACY_PACKET_RULES;
		this.#aliases = new TopicAliases(options.topicAliasMaximum);
		this.#reader.isTerse = options.isTerse;
	}

	stop(): void {
		this.#stopped = true;
		this.#partial = Buffer.alloc(0);
	}

	write(chunk: Buffer): Violation | null {
		try {
			let at = this.#partialBytes > 0 ? this.#continuePartial(chunk) : 0;
			while (at < chunk.length && !this.#stopped) {
				if (!this.#readHeader(chunk, at, chunk.length) || this.#bodyEnd > chunk.length) {
					this.#keep(chunk, at, chunk.length);
					break;
				}
				// A handler may make the guard read on no more; it never makes it read anew.
				const end = this.#bodyEnd;
				this.#readFrame(chunk, at);
				at = end;
			}
			return null;
		} catch (error) {
			this.stop();
			if (error instanceof Violation) return error;
			throw error;
		}
	}

	/** Completes the packet that an earlier chunk cut. Says where in this chunk the next one begins. */
	#continuePartial(chunk: Buffer): number {
		let at = 0;
		while (!this.#stopped) {
			const isHeaderWhole = this.#readHeader(this.#partial, 0, this.#partialBytes);
			const missing = isHeaderWhole ? this.#bodyEnd - this.#partialBytes : 1;
			if (missing <= 0) break;
			if (at === chunk.length) return at;
			const taken = Math.min(missing, chunk.length - at);
			this.#keep(chunk, at, at + taken);
			at += taken;
		}
		if (this.#stopped) return chunk.length;
		this.#partialBytes = 0;
		const frame = this.#partial;
		// The frame is read from its own memory; a large one is not kept longer than it takes.
		if (frame.length > PARTIAL_KEPT_BYTES) this.#partial = Buffer.allocUnsafe(PARTIAL_KEPT_BYTES);
		this.#readFrame(frame, 0);
		return at;
	}

	#keep(chunk: Buffer, from: number, end: number): void {
		const needed = this.#partialBytes + end - from;
		if (needed > this.#partial.length) {
			const larger = Buffer.allocUnsafe(Math.max(needed, this.#partial.length * 2));
			this.#partial.copy(larger, 0, 0, this.#partialBytes);
			this.#partial = larger;
		}
		chunk.copy(this.#partial, this.#partialBytes, from, end);
		this.#partialBytes = needed;
	}

	/** Reads and checks as much of a fixed header as is there; false = more is needed to know the length. */
	#readHeader(bytes: Buffer, at: number, limit: number): boolean {
		const first = bytes[at] ?? 0;
		const rule = this.#rules[first >> 4];
		if (rule === undefined) return false;
		// PUBLISH after CONNACK, the common case, has nothing to check here.
		if (first >> 4 !== 3 || !this.#connackSeen) this.#checkType(rule, first);
		let length = 0;
		let cursor = at + 1;
		for (let factor = 1; ; factor *= 128) {
			if (cursor === limit) return false;
			const byte = bytes[cursor++] ?? 0;
			length += (byte & 0x7f) * factor;
			if (byte < 0x80) {
				if (byte === 0 && factor > 1 && this.#options.isFive)
					refuseMalformed("a remaining length longer than needed [MQTT-1.5.5-1]");
				break;
			}
			if (factor === 2_097_152) refuseMalformed("a remaining length of more than four bytes [MQTT 2.1.4]");
		}
		this.#checkLength(rule, length, cursor - at);
		this.#bodyAt = cursor;
		this.#bodyEnd = cursor + length;
		return true;
	}

	#checkType(rule: PacketRule, first: number): void {
		if (!rule.allowed) {
			const text = `${rule.name} from a server [${rule.clause}]`;
			if (rule.isMalformed) refuseMalformed(text);
			refuseProtocol(text);
		}
		if (rule.flags !== null && (first & 0x0f) !== rule.flags) {
			refuseMalformed(
				`${rule.name}: flags ${(first & 0x0f).toString(2)} in its fixed header [MQTT-2.1.3-1; 3.1.1: MQTT-2.2.2-1]`,
			);
		}
		if (rule.name === "AUTH" && !this.#options.authenticates) {
			refuseProtocol("AUTH without an authentication method in CONNECT [MQTT-4.12.0-6]");
		}
		if (rule.name === "CONNACK") {
			if (this.#connackSeen) refuseProtocol("a second CONNACK [MQTT-3.2.0-2]");
		} else if (!this.#connackSeen && rule.name !== "AUTH") {
			refuseProtocol(`${rule.name} before CONNACK [MQTT-3.2.0-1]`);
		}
	}

	#checkLength(rule: PacketRule, length: number, headerBytes: number): void {
		if (!rule.allowed) return;
		if (length < rule.length[0] || length > rule.length[1]) {
			refuseMalformed(`${rule.name}: a remaining length of ${length} [${rule.clause}]`);
		}
		if (headerBytes + length > this.#options.maximumPacketBytes) {
			const text = `${rule.name} of ${headerBytes + length} bytes, where ${this.#options.maximumPacketBytes} are allowed [MQTT-3.1.2-24]`;
			throw new Violation(PACKET_TOO_LARGE, text);
		}
	}

	#readFrame(bytes: Buffer, at: number): void {
		const first = bytes[at] ?? 0;
		const from = this.#bodyAt;
		const end = this.#bodyEnd;
		const { isFive, onPublish, onPacket } = this.#options;
		if (first >> 4 === 3) {
			onPublish(readPublish(bytes, first, from, end, isFive, this.#topics, this.#aliases, this.#reader));
			return;
		}
		const rule = this.#rules[first >> 4];
		if (rule === undefined || !rule.allowed || rule.name === "PUBLISH") return;
		this.#reader.open(bytes, from, end, rule.name);
		const packet = readPacket(this.#reader, rule.name, isFive);
		if (packet.name === "CONNACK") this.#connackSeen = true;
		onPacket(packet, bytes.subarray(at, end));
	}
}
