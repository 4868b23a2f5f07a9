import { encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFrame, encodeFrame } from "../../../../shared/link/frame-codec.ts";
import type { Frame } from "../../../../shared/link/wire.ts";

const failure = { code: "refused", message: "What happened.", hint: "What to do." };

const FRAMES: readonly Frame[] = [
	{ type: "hello", version: "1" },
	{ type: "request", id: 1, name: "message.publish", input: { payload: new Uint8Array([1, 2]), qos: 1 } },
	{ type: "abort", id: 1 },
	{ type: "reply", id: 1, outcome: { ok: true, value: null } },
	{ type: "reply", id: 1, outcome: { ok: false, failure } },
	{ type: "feed", id: 2, name: "conversation", input: {}, credit: 1 },
	{ type: "credit", id: 2, amount: 1 },
	{ type: "batch", id: 2, batch: { seq: [1, 2, 3], bytes: new Uint8Array(300) } },
	{ type: "end", id: 2, failure },
	{ type: "leave", id: Number.MAX_SAFE_INTEGER },
];

test.each(FRAMES)("$type comes out as it went in", (frame) => {
	expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
});

test("bytes from a Node Buffer come out as plain Uint8Arrays", () => {
	const frame = decodeFrame(Buffer.from(encodeFrame({ type: "batch", id: 1, batch: new Uint8Array([7]) })));
	if (frame?.type !== "batch") throw new Error("not a batch");
	expect(Object.getPrototypeOf(frame.batch)).toBe(Uint8Array.prototype);
});

test("whatever bytes come, they are a frame or null, and never an exception", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			decodeFrame(bytes);
		}),
		{ numRuns: 5000, seed: 1 },
	);
});

test("a frame with some bytes changed is a frame or null, and never an exception", () => {
	const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(fc.constantFrom(...FRAMES), change, (frame, changes) => {
			const bytes = encodeFrame(frame);
			for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
			decodeFrame(bytes);
		}),
		{ numRuns: 5000, seed: 1 },
	);
});

test.each<[string, Uint8Array]>([
	["nothing", new Uint8Array(0)],
	["a frame and a byte more", new Uint8Array([...encodeFrame({ type: "abort", id: 1 }), 0])],
	["half a frame", encodeFrame({ type: "hello", version: "1" }).slice(0, -1)],
	["an array that says it has four thousand million elements", new Uint8Array([0xdd, 0xff, 0xff, 0xff, 0xff])],
	["a map that says it has four thousand million members", new Uint8Array([0xdf, 0xff, 0xff, 0xff, 0xff])],
	["a text", encode("hello")],
	["an extension of no known kind", new Uint8Array([0xd4, 0x05, 0x00])],
	// What a map with the member `__proto__` looks like: no object may be made of it.
	["a member named __proto__", new Uint8Array([0x81, 0xa9, ...new TextEncoder().encode("__proto__"), 0x80])],
])("%s is no frame", (_what, bytes) => {
	expect(decodeFrame(bytes)).toBeNull();
});
