/** A real history in a folder of its own, with the worker run from its source. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHistory } from "../../../electron/engine/history/create-history.ts";
import type { Conversation, History, RowDraft } from "../../../electron/engine/history/history.ts";
import type { Log } from "../../../electron/engine/ports.ts";
import type { Delivery } from "../../../shared/model/message.ts";

export const FAULTY_WORKER = new URL("./faulty-worker.ts", import.meta.url);
const HISTORY_WORKER = new URL("../../../electron/engine/history/history-worker.ts", import.meta.url);

export interface TestFolder {
	readonly folder: string;
	readonly logged: readonly string[];
	open(keepMessages?: number, worker?: URL): Promise<History>;
	/** Closes what is open, and removes the folder. */
	end(): Promise<void>;
}

export function createTestFolder(folder = mkdtempSync(join(tmpdir(), "parley-test-history-"))): TestFolder {
	const open: History[] = [];
	const logged: string[] = [];
	const log: Log = { write: (level, event) => logged.push(`${level} ${event}`) };
	return {
		folder,
		logged,
		async open(keepMessages = 1_000_000, worker = HISTORY_WORKER) {
			const clock = { now: () => Date.now() };
			const history = await createHistory({ folder, worker, clock, log, keepMessages });
			open.push(history);
			return history;
		},
		async end() {
			for (const history of open) await history.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export function received(
	topic: string,
	payload: string | Uint8Array,
	extra: Partial<RowDraft & { kind: "received" }> = {},
): RowDraft {
	const bytes = typeof payload === "string" ? new TextEncoder().encode(payload) : payload;
	return { kind: "received", at: 1000.25, topic, payload: bytes, qos: 0, retain: false, dup: false, ...extra };
}

export const WAITING: Delivery = { state: "waiting", ticks: [{ step: "queued", at: 2000.125 }] };
export const DONE: Delivery = { state: "done", ticks: [...WAITING.ticks, { step: "puback", at: 2003.5, reasonCode: 16 }] };

export function published(topic: string, payload: string, extra: Partial<RowDraft & { kind: "published" }> = {}): RowDraft {
	const bytes = new TextEncoder().encode(payload);
	return { kind: "published", at: 2000.125, topic, payload: bytes, qos: 1, retain: false, delivery: WAITING, ...extra };
}

/** Everything that was appended so far is in the database. */
export async function waitUntilStored(conversation: Conversation, seq: number): Promise<void> {
	if (conversation.storedSeq >= seq) return;
	await new Promise<void>((resolve) => {
		const stop = conversation.onStored((stored) => {
			if (stored < seq) return;
			stop();
			resolve();
		});
	});
}

/** Waits for a fact about a conversation that the store tells by and by. */
export async function waitUntil(conversation: Conversation, isTrue: () => boolean): Promise<void> {
	if (isTrue()) return;
	await new Promise<void>((resolve) => {
		const stop = conversation.onChange(() => {
			if (!isTrue()) return;
			stop();
			resolve();
		});
	});
}
