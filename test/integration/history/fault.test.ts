import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Conversation, History } from "../../../electron/engine/history/history.ts";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { createTestFolder, FAULTY_WORKER, received, type TestFolder, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
let fault: string;
beforeEach(() => {
	folder = createTestFolder();
	fault = join(folder.folder, "fault");
});
afterEach(() => folder.end());

async function expectAll(conversation: Conversation, count: number): Promise<void> {
	const never = new AbortController().signal;
	expect(conversation.activity.totals).toMatchObject({ firstSeq: 1, lastSeq: count, received: count });
	expect(await conversation.countMatches({ ...NO_FILTER, direction: "received" }, count, () => {}, never)).toBe(count);
	const seqs = [1, Math.ceil(count / 3), Math.ceil(count / 2), count];
	const rows = await conversation.readRows(seqs);
	expect(rows.map((row) => (row.kind === "received" ? Buffer.from(row.payload).toString() : ""))).toEqual(
		seqs.map((seq) => `message ${seq}`),
	);
}

function untilTroubles(history: History, isTrue: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const stop = history.onTroubles(() => {
			if (!isTrue()) return;
			stop();
			resolve();
		});
	});
}

for (const moment of ["end before commit", "end after commit"]) {
	test(`a writer that crashes (${moment}) is replaced, and every row is stored exactly once`, async () => {
		const history = await folder.open(1_000_000, FAULTY_WORKER);
		const conversation = history.openConversation("one");
		for (let round = 0; round < 4; round++) {
			for (let index = 1; index <= 2500; index++) conversation.append(received("t", `message ${round * 2500 + index}`));
			if (round % 2 === 0) writeFileSync(fault, moment);
			await waitUntilStored(conversation, (round + 1) * 2500 - 500);
		}
		await waitUntilStored(conversation, 10_000);
		await expectAll(conversation, 10_000);
		expect(folder.logged).toContain("error history-worker-ended");
		await history.close();
		await expectAll((await folder.open()).openConversation("one"), 10_000);
	});
}

test("on a full disk nothing is lost or overtaken: it is said once, tried again, and unsaid when it works", async () => {
	const history = await folder.open(1_000_000, FAULTY_WORKER);
	const conversation = history.openConversation("one");
	let seq = conversation.append(received("t", "message 1"));
	await waitUntilStored(conversation, seq);
	writeFileSync(fault, "full");
	const failing = untilTroubles(history, () => history.troubles.length > 0);
	while (seq < 20_000) seq = conversation.append(received("t", `message ${seq + 1}`));
	await failing;
	expect(history.troubles).toMatchObject([{ code: "history-write-failed" }]);
	expect(conversation.storedSeq).toBeLessThan(20_000);
	const works = untilTroubles(history, () => history.troubles.length === 0);
	rmSync(fault);
	await works;
	await waitUntilStored(conversation, 20_000);
	await expectAll(conversation, 20_000);
	expect(folder.logged.filter((line) => line === "error history-write")).toHaveLength(1);
});

test("a writer that fails again and again is said; nothing is lost, and it is unsaid when it works", async () => {
	const history = await folder.open(1_000_000, FAULTY_WORKER);
	const conversation = history.openConversation("one");
	const failing = untilTroubles(history, () => history.troubles.length > 0);
	writeFileSync(fault, "throw");
	for (let seq = 1; seq <= 3000; seq++) conversation.append(received("t", `message ${seq}`));
	await failing;
	expect(history.troubles).toMatchObject([{ code: "history-write-failed", detail: { cause: "a bug in the writer" } }]);
	const works = untilTroubles(history, () => history.troubles.length === 0);
	rmSync(fault);
	await works;
	await waitUntilStored(conversation, 3000);
	await expectAll(conversation, 3000);
});

test("what was said to be stored is there after SIGKILL in the middle of writing, with exact counters", async () => {
	const script = fileURLToPath(new URL("./writing-child.ts", import.meta.url));
	let least = 0;
	for (let round = 0; round < 4; round++) {
		const child = spawn(process.execPath, [script, folder.folder], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		let confirmed = 0;
		for await (const line of createInterface(child.stdout)) {
			confirmed = Number(line);
			if (confirmed >= least + 10_000 + round * 777) child.kill("SIGKILL");
		}
		if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		const history = await folder.open();
		expect(history.troubles).toEqual([]);
		const conversation = history.openConversation("one");
		expect(conversation.storedSeq).toBeGreaterThanOrEqual(confirmed);
		least = conversation.storedSeq;
		expect(conversation.activity.unread).toBe(least);
		await expectAll(conversation, least);
		await history.close();
	}
}, 60_000);

test("the log beside the database does not grow without bound while it is written and read, and is emptied when all is quiet", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const walBytes = () => statSync(join(folder.folder, "history.sqlite-wal"), { throwIfNoEntry: false })?.size ?? 0;
	const payload = new Uint8Array(2000).fill(46);
	let most = 0;
	let seq = 0;
	for (let round = 0; round < 200; round++) {
		for (let index = 0; index < 1000; index++) seq = conversation.append(received("t", payload));
		const search = new AbortController();
		const found = conversation.findRow({ ...NO_FILTER, text: "absent" }, seq, "older", search.signal).catch(() => null);
		await waitUntilStored(conversation, seq);
		most = Math.max(most, walBytes());
		search.abort();
		await found;
	}
	expect(most).toBeLessThan(200 << 20);
	await expect.poll(walBytes, { timeout: 10_000 }).toBe(0);
}, 60_000);
