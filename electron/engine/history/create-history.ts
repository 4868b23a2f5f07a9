/**
 * The history on the thread that receives. It never touches the database: one thread writes and loads at the start, another reads.
 * What the database cannot do (damaged, newer, disk full) ends here as standing trouble, and messages go on being taken.
 */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { ConversationActivity } from "../../../shared/model/conversation.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { Clock, Log } from "../ports.ts";
import { createConversation, type KeptConversation } from "./create-conversation.ts";
import type { History } from "./history.ts";
import { keepWorker } from "./keep-worker.ts";
import { openReader, type Reader } from "./reading/open-reader.ts";
import {
	type ConversationReport,
	type KnownConversation,
	SEQ_SPAN,
	type WriterMessage,
	type WriterTask,
} from "./worker-message.ts";
import { createWriteQueue } from "./writing/create-write-queue.ts";

export interface HistoryOptions {
	/** An existing folder that no other engine uses. */
	readonly folder: string;
	/** The worker's file: built, or the source itself in tests. */
	readonly worker: URL;
	readonly clock: Clock;
	readonly log: Log;
	readonly keepMessages: number;
}

const EMPTY: ConversationActivity = {
	totals: { firstSeq: 0, lastSeq: 0, received: 0, published: 0, events: 0, evicted: 0, deleted: 0, pinned: 0 },
	unread: 0,
	lastReadSeq: 0,
	last: null,
};

const STANDING_FAILURES = 3;

/** With a disk that does not write any more, what is left in memory is given up after this time. */
const CLOSE_DEADLINE_MS = 10_000;

/** Resolves when everything is loaded. Rejects only where the worker's file itself cannot be run. */
export function createHistory(options: HistoryOptions): Promise<History> {
	const { log } = options;
	const run = randomUUID();
	const byNumber = new Map<number, KeptConversation>();
	const byId = new Map<string, KeptConversation>();
	const troubleListeners = new Set<() => void>();
	let keepMessages = options.keepMessages;
	let nextNumber = 1;
	let file = "";
	let refuge: string | null = null;
	let openTrouble: Failure | null = null;
	let writeTrouble: Failure | null = null;
	let damage: { readonly cause: string; readonly known: readonly KnownConversation[] } | null = null;
	let reader: Reader | null = null;
	let closed: Promise<void> | null = null;

	const queue = createWriteQueue((isCongested) => {
		log.write(isCongested ? "warning" : "info", isCongested ? "history-congested" : "history-drained");
		if (!isCongested) for (const kept of byNumber.values()) kept.tellDrained();
	});

	return new Promise((resolve, reject) => {
		const worker = keepWorker<WriterTask, WriterMessage>({
			url: options.worker,
			// At an ordinary end it has closed the database before it is stopped; a damaged one is not worth waiting for.
			farewell: null,
			readSetup: () => ({
				role: "writer",
				folder: options.folder,
				run,
				keepMessages,
				startedAt: options.clock.now(),
				damage,
				refuge,
			}),
			onMessage,
			onDown(error, failures) {
				queue.suspend();
				// Once may be chance, and nobody needs to know; a writer that always fails at the same batch stores nothing any more.
				if (failures >= STANDING_FAILURES) setWriteTrouble(error.message);
			},
			onHopeless: reject,
			log,
		});

		function onMessage(message: WriterMessage): void {
			switch (message.type) {
				case "ready":
					onReady(message);
					break;
				case "done":
					onDone(message);
					break;
				case "moved":
					applyReports(message.reports);
					break;
				case "failing":
					log.write(message.cause === null ? "info" : "error", "history-write", { cause: message.cause ?? "works again" });
					setWriteTrouble(message.cause);
					break;
				case "damaged":
					void replaceDatabase(message.cause);
					break;
			}
		}

		function onReady(ready: Extract<WriterMessage, { type: "ready" }>): void {
			file = ready.file;
			refuge = ready.refuge;
			damage = null;
			if (ready.trouble !== null) {
				openTrouble = ready.trouble;
				log.write("warning", ready.trouble.code, ready.trouble.detail ?? {});
				tellTroubles();
			}
			if (reader === null) {
				reader = openReader(
					options.worker,
					() => file,
					log,
					(cause) => void replaceDatabase(cause),
				);
				for (const loaded of ready.conversations) keep(reader, loaded, loaded.activity, loaded.endedOpen);
				queue.resume(worker.post, ready.lastBatch);
				resolve(history);
				return;
			}
			reader.resume();
			const reports = ready.conversations.map(({ number, lastSeq, activity }) => ({ number, storedSeq: lastSeq, activity }));
			const stored = queue.resume(worker.post, ready.lastBatch);
			applyReports(
				reports,
				stored.flatMap((batch) => batch.changedIds),
			);
		}

		function setWriteTrouble(cause: string | null): void {
			writeTrouble = cause === null ? null : createFailure("history-write-failed", { cause });
			tellTroubles();
		}

		function onDone({ order, reports, result }: Extract<WriterMessage, { type: "done" }>): void {
			if (writeTrouble !== null) setWriteTrouble(null);
			const stored = queue.confirm(order, result);
			applyReports(reports, stored?.changedIds ?? []);
		}

		function applyReports(reports: readonly ConversationReport[], changedIds: readonly number[] = []): void {
			for (const report of reports) {
				const kept = byNumber.get(report.number);
				if (kept === undefined) continue;
				kept.applyReport(report);
				const base = report.number * SEQ_SPAN;
				const changedSeqs = changedIds.filter((id) => id > base && id < base + SEQ_SPAN).map((id) => id - base);
				kept.tellChange(changedSeqs, false);
			}
		}

		/** The file turned out to be damaged while in use: another takes its place, and what was not confirmed goes there. */
		async function replaceDatabase(cause: string): Promise<void> {
			if (damage !== null || reader === null) return;
			damage = { cause, known: Array.from(byNumber.values(), (kept) => kept.readKnown()) };
			// The reader first: a file that is open cannot be renamed everywhere. It comes up again when the writer has.
			await reader.suspend();
			queue.suspend();
			await worker.stop();
			worker.start();
			for (const kept of byNumber.values()) kept.tellChange([], true);
		}

		function keep(from: Reader, known: KnownConversation, activity: ConversationActivity, endedOpen: boolean): KeptConversation {
			const kept = createConversation({ known, activity, endedOpen, queue, reader: from });
			byNumber.set(known.number, kept);
			byId.set(known.connectionId, kept);
			nextNumber = Math.max(nextNumber, known.number + 1);
			return kept;
		}

		function tellTroubles(): void {
			for (const listener of troubleListeners) listener();
		}

		async function close(): Promise<void> {
			await reader?.close();
			const stored = queue.perform((order) => ({ type: "close", order }));
			const deadline = new AbortController();
			await Promise.race([stored, setTimeout(CLOSE_DEADLINE_MS, null, { signal: deadline.signal }).catch(() => null)]);
			deadline.abort();
			await worker.stop();
		}

		const history: History = {
			openConversation(connectionId) {
				const kept = byId.get(connectionId);
				if (kept !== undefined) return kept.conversation;
				if (reader === null) throw new Error("the history is not open");
				const number = nextNumber;
				const known = { number, connectionId, lastSeq: 0, lastReadSeq: 0, heldPacketIds: [], heldSubscriptions: null };
				queue.reserve(0).opened.push({ number, connectionId });
				queue.touch();
				return keep(reader, known, EMPTY, false).conversation;
			},
			async removeConversation(connectionId) {
				const kept = byId.get(connectionId);
				if (kept === undefined) return;
				const { number } = kept.readKnown();
				byId.delete(connectionId);
				byNumber.delete(number);
				kept.tellChange([], true);
				await queue.perform((order) => ({ type: "remove", order, number }));
			},
			setKeepMessages(count) {
				keepMessages = count;
				void queue.perform((order) => ({ type: "keep", order, keepMessages: count }));
			},
			get troubles() {
				return [openTrouble, writeTrouble].filter((trouble) => trouble !== null);
			},
			onTroubles(listener) {
				troubleListeners.add(listener);
				return () => troubleListeners.delete(listener);
			},
			close() {
				closed ??= close();
				return closed;
			},
		};
	});
}
