import { readText } from "./byte-reader.ts";
import { refuseMalformed } from "./violation.ts";

const SLOTS = 8192;
/** Longer topics are not remembered, so that a hostile broker cannot make the memory grow: 8192 topics of 256 bytes at most. */
const LONGEST_REMEMBERED = 256;

const HASH = 0x23;
const PLUS = 0x2b;

/**
 * Reads topic names. The same topics come again and again: a table of those seen last gives the same string back without making a
 * new one, which also keeps its hash for the maps further on. Only plain ASCII takes the fast way; all else is read slowly.
 */
export class TopicReader {
	readonly #seen: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);

	read(bytes: Buffer, from: number, end: number): string {
		let hash = 0x811c9dc5;
		for (let index = from; index < end; index++) {
			const byte = bytes[index] ?? 0;
			if (byte === 0 || byte === HASH || byte === PLUS || byte >= 0x80) return readSlowly(bytes, from, end);
			hash = Math.imul(hash ^ byte, 0x01000193);
		}
		const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
		const seen = this.#seen[slot];
		if (seen !== undefined && isSame(seen, bytes, from, end)) return seen;
		const topic = bytes.toString("latin1", from, end);
		if (topic.length <= LONGEST_REMEMBERED) this.#seen[slot] = topic;
		return topic;
	}
}

function isSame(text: string, bytes: Buffer, from: number, end: number): boolean {
	if (text.length !== end - from) return false;
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) !== bytes[from + index]) return false;
	return true;
}

function readSlowly(bytes: Buffer, from: number, end: number): string {
	const topic = readText(bytes, from, end, "PUBLISH");
	if (/[#+]/.test(topic)) refuseMalformed("PUBLISH: a topic name with a wildcard [MQTT-3.3.2-2]");
	return topic;
}
