/**
 * The history by itself, without a broker: what appending costs the thread that receives, how fast rows are stored, and how long reads
 * take in 1,000,000 rows. The yardstick of the text scan is one plain statement over the same table, run in the same minute.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createHistory } from "../../electron/engine/history/create-history.ts";
import type { Conversation } from "../../electron/engine/history/history.ts";
import { type ConversationFilter, NO_FILTER } from "../../shared/model/conversation.ts";
import { median, percentile, printRow, round } from "./report.ts";

const COUNT = 1_000_000;
const TOPICS = 1000;
const RUNS = 3;
/** As many as one read of a socket brings under load. */
const BURST = 600;

const worker = new URL("../../electron/engine/history/history-worker.ts", import.meta.url);
const topics = Array.from({ length: TOPICS }, (_, index) => `site/${index % 10}/sensor/${index}/temperature`);
const payloads = Array.from({ length: 997 }, (_, index) =>
	Buffer.from(`{"sensor":${index},"value":${(index * 7919) % 1000},"unit":"celsius"}`.padEnd(120, " lorem ipsum dolor sit amet")),
);

async function until(conversation: Conversation, isTrue: () => boolean, listen: "onStored" | "onDrained"): Promise<void> {
	if (isTrue()) return;
	await new Promise<void>((resolve) => {
		const stop = conversation[listen](() => {
			if (!isTrue()) return;
			stop();
			resolve();
		});
	});
}

async function append(
	conversation: Conversation,
	count: number,
	qos: 0 | 1,
): Promise<{ nanosecondsPerRow: number; rowsPerSecond: number }> {
	const startedAt = performance.now();
	let appending = 0;
	let seq = 0;
	for (let done = 0; done < count; ) {
		// A name of its own for each message, as a parser makes it: equal, but never the same string.
		const names = Array.from({ length: BURST }, (_, index) => Buffer.from(topics[(done + index) % TOPICS] ?? "").toString());
		const burstAt = performance.now();
		for (let index = 0; index < BURST && done < count; index++, done++) {
			const payload = payloads[done % payloads.length] ?? Buffer.alloc(0);
			seq = conversation.append({
				kind: "received",
				at: done,
				topic: names[index] ?? "",
				payload,
				qos,
				retain: false,
				dup: false,
			});
		}
		appending += performance.now() - burstAt;
		await new Promise((resolve) => setImmediate(resolve));
		await until(conversation, () => !conversation.isCongested, "onDrained");
	}
	await until(conversation, () => conversation.storedSeq >= seq, "onStored");
	const ms = performance.now() - startedAt;
	return { nanosecondsPerRow: (appending / count) * 1e6, rowsPerSecond: (count / ms) * 1000 };
}

async function time(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}

function scanPlainly(folder: string, text: string): number {
	const database = new DatabaseSync(join(folder, "history.sqlite"), { readOnly: true });
	const statement = database.prepare("SELECT count(*) FROM entry WHERE payload LIKE ?");
	const times = Array.from({ length: RUNS }, () => {
		const startedAt = performance.now();
		statement.get(`%${text}%`);
		return performance.now() - startedAt;
	});
	database.close();
	return median(times);
}

const folder = mkdtempSync(join(tmpdir(), "parley-bench-history-"));
const history = await createHistory({
	folder,
	worker,
	clock: { now: () => Date.now() },
	log: { write() {} },
	keepMessages: 100_000_000,
});
try {
	for (const qos of [0, 1] as const) {
		const runs: Awaited<ReturnType<typeof append>>[] = [];
		for (let run = 0; run < RUNS; run++) runs.push(await append(history.openConversation(`qos ${qos} run ${run}`), COUNT, qos));
		printRow({
			id: "history-append",
			what: `${COUNT} messages of 120 bytes on ${TOPICS} topics, QoS ${qos}`,
			figures: {
				receivingThreadNanosecondsPerRow: round(median(runs.map((run) => run.nanosecondsPerRow))),
				storedRowsPerSecond: round(median(runs.map((run) => run.rowsPerSecond)), 0),
			},
			goal: "storing is faster than receiving",
		});
	}

	const conversation = history.openConversation("qos 0 run 0");
	const pages: number[] = [];
	for (let index = 0; index < 300; index++) {
		const place = { at: "fraction", fraction: (index * 0.618) % 1, before: 100, after: 99 } as const;
		pages.push(await time(() => conversation.readWindow({ filter: NO_FILTER, place })));
	}
	printRow({
		id: "history-window",
		what: `a window of 200 rows anywhere in ${COUNT}`,
		figures: { medianMs: round(median(pages), 2), p95Ms: round(percentile(pages, 0.95), 2) },
	});

	const filters: Readonly<Record<string, ConversationFilter>> = {
		"a text that is nowhere": { ...NO_FILTER, text: "absent" },
		"a text in each message": { ...NO_FILTER, text: "celsius" },
		"a text beyond ASCII that is nowhere": { ...NO_FILTER, text: "größe" },
		"a topic filter": { ...NO_FILTER, topicFilter: "site/3/#" },
	};
	for (const [what, filter] of Object.entries(filters)) {
		const counts: number[] = [];
		const screens: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			const { signal } = new AbortController();
			counts.push(await time(() => conversation.countMatches(filter, COUNT, () => {}, signal)));
			screens.push(await time(() => conversation.readWindow({ filter, place: { at: "end", limit: 100 } })));
		}
		const plainScanMs = scanPlainly(folder, "absent") / (2 * RUNS);
		printRow({
			id: "history-search",
			what: `${what}, in ${COUNT} messages`,
			figures: {
				countMs: round(median(counts)),
				firstScreenMs: round(median(screens)),
				plainScanMs: round(plainScanMs),
				countOverPlainScan: round(median(counts) / plainScanMs, 2),
			},
			goal: "complete count at most 1.2 × the plain scan; first screen at most 50 ms",
		});
	}
} finally {
	await history.close();
	rmSync(folder, { recursive: true, force: true });
}
