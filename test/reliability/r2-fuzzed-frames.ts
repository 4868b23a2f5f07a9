/**
 * R2: frames with seeded changes, cut into chunks at any byte. Most go through the guard alone, since it is the gate; one in a hundred
 * goes over a socket into a whole session. `node --expose-gc r2-fuzzed-frames.ts [--count N] [--seed N]`.
 */
import { createGuard, LARGEST_PACKET_BYTES } from "../../electron/engine/session/guard/create-guard.ts";
import { printRow, round } from "../bench/report.ts";
import { createTestSession } from "../support/create-test-session.ts";
import { CONNACK_4, CONNACK_5, startScriptedBroker } from "../support/scripted-broker.ts";
import { listCases } from "./hostile/list-cases.ts";
import { mutateFrame } from "./mutate-frame.ts";
import { createChance, readOption } from "./seeded.ts";

const seed = readOption("seed", 20_260);
const count = readOption("count", 1_000_000);
const SESSION_SHARE = 100;
const AT_ONCE = 8;
const HANG_MS = 1000;
const CONNACK_FRAMES = { 4: Buffer.from([0x20, 2, 0, 0]), 5: Buffer.from([0x20, 3, 0, 0, 0]) } as const;

const chance = createChance(seed);
const corpus = listCases().map(({ bytes }) => bytes);
const troubles: string[] = [];
for (const event of ["uncaughtException", "unhandledRejection"] as const)
	process.on(event, (error) => troubles.push(String(error)));

const startedAt = performance.now();
let refused = 0;
let longestMs = 0;
let heapAtTenth = 0;
for (let index = 0; index < count; index++) {
	if (index === Math.floor(count / 10)) heapAtTenth = readHeapBytes();
	const frame = mutateFrame(chance.pick(corpus), corpus, chance);
	const beganAt = performance.now();
	if (writeToGuard(frame, chance.below(2) === 0 ? 4 : 5)) refused += 1;
	longestMs = Math.max(longestMs, performance.now() - beganAt);
}
const heapGrowth = readHeapBytes() - heapAtTenth;
const buffered = await measureBuffered();
const sessions = Math.ceil(count / SESSION_SHARE);
let waiting = sessions;
let closed = 0;
await Promise.all(Array.from({ length: AT_ONCE }, playSessions));

for (const trouble of troubles) console.error(trouble);
const isGood = troubles.length === 0 && longestMs < HANG_MS && heapGrowth < 5_000_000 && buffered < 2_000_000;
printRow({
	id: "R2",
	what: "fuzzed frames: byte mutations of R1's packets, in chunks",
	figures: {
		...{ seed, frames: count, refused, sessions, sessionsClosed: closed, thrown: troubles.length },
		...{
			longestMs: round(longestMs),
			heapGrowthMb: round(heapGrowth / 1e6, 2),
			bufferedOf1MbOf200MbAnnouncedMb: round(buffered / 1e6, 2),
		},
		seconds: round((performance.now() - startedAt) / 1000),
	},
	goal: "no throw, no hang over 1 s, heap flat, nothing buffered beyond what came",
});
process.exit(isGood ? 0 : 1);

/** Whether it was refused. The guard reads it behind a good CONNACK or first of all. */
function writeToGuard(frame: Buffer, version: 4 | 5): boolean {
	const guard = createGuard({
		isFive: version === 5,
		maximumPacketBytes: LARGEST_PACKET_BYTES,
		authenticates: chance.below(4) === 0,
		topicAliasMaximum: 0,
		isTerse: false,
		onPublish: () => {},
		onPacket: () => {},
	});
	try {
		if (chance.below(4) > 0 && guard.write(CONNACK_FRAMES[version]) !== null) return true;
		for (const chunk of cut(frame)) if (guard.write(chunk) !== null) return true;
		return false;
	} catch (error) {
		troubles.push(`thrown by ${frame.toString("hex")}: ${String(error)}`);
		return true;
	}
}

function cut(frame: Buffer): readonly Buffer[] {
	if (chance.below(2) === 0) return [frame];
	const at = chance.below(frame.length + 1);
	return [frame.subarray(0, at), frame.subarray(at)];
}

/** What a guard keeps of a packet that announces 200 MB and of which 1 MB has come. */
async function measureBuffered(): Promise<number> {
	const guard = createGuard({
		...{ isFive: true, maximumPacketBytes: LARGEST_PACKET_BYTES, authenticates: false },
		topicAliasMaximum: 0,
		isTerse: false,
		onPublish: () => {},
		onPacket: () => {},
	});
	guard.write(CONNACK_FRAMES[5]);
	await settle();
	const before = process.memoryUsage().arrayBuffers;
	guard.write(Buffer.from([0x30, 0x80, 0x84, 0xaf, 0x5f, 0x00, 0x01, 0x61, 0x00]));
	for (let index = 0; index < 1000; index++) guard.write(Buffer.alloc(1000));
	await settle();
	const kept = process.memoryUsage().arrayBuffers - before;
	guard.stop();
	return kept;
}

async function playSessions(): Promise<void> {
	while (waiting > 0) {
		waiting -= 1;
		await playSession();
	}
}

/** A hang would be a session that neither refuses nor answers the disconnect. */
async function playSession(): Promise<void> {
	const version = chance.below(2) === 0 ? 4 : 5;
	const frames = Array.from({ length: 3 }, () => mutateFrame(chance.pick(corpus), corpus, chance));
	const broker = await startScriptedBroker({ version, onConnect: version === 5 ? CONNACK_5 : CONNACK_4 });
	const session = createTestSession({ port: broker.port, version: version === 5 ? "5.0" : "3.1.1" }, ["wanted"]);
	try {
		session.connect();
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		for (const frame of frames) for (const chunk of cut(frame)) connection.socket.write(chunk);
		connection.socket.end();
		await session.waitForState("failed");
		closed += 1;
	} catch (error) {
		troubles.push(`session: ${frames.map((frame) => frame.toString("hex")).join(" ")}: ${String(error)}`);
	} finally {
		await session.close();
		await broker.close();
	}
}

/** What was let go is counted as free some turns after it was collected. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) {
		collect();
		await new Promise((resolve) => setImmediate(resolve));
	}
}

function collect(): void {
	if (globalThis.gc === undefined) throw new Error("start it with --expose-gc: the heap is part of the figure");
	globalThis.gc();
}

function readHeapBytes(): number {
	collect();
	return process.memoryUsage().heapUsed;
}
