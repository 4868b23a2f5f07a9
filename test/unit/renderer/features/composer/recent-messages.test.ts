import { describe, expect, it } from "vitest";
import { readRecentMessages } from "../../../../../renderer/actions/read-recent-messages.ts";
import { readFirstLine } from "../../../../../renderer/features/composer/read-first-line.ts";
import type { EngineLink } from "../../../../../shared/contract/engine-link.ts";
import { packRows } from "../../../../../shared/contract/row-columns.ts";
import { createFailure } from "../../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../../shared/model/failure.ts";
import type { PublishedMessage } from "../../../../../shared/model/message.ts";

function createMessage(seq: number, text: string, part: Partial<PublishedMessage> = {}): PublishedMessage {
	const payload = new TextEncoder().encode(text);
	return {
		kind: "published",
		seq,
		at: seq,
		topic: "a",
		payload,
		payloadBytes: payload.byteLength,
		qos: 0,
		retain: false,
		dup: false,
		delivery: { state: "done", ticks: [] },
		...part,
	};
}

/** A link whose one feed answers with these rows, or with a failure. */
function createLink(answer: readonly PublishedMessage[] | Failure) {
	const asked: unknown[] = [];
	let closed = 0;
	const openFeed = (
		_name: string,
		input: unknown,
		listener: { onBatch(batch: unknown): void; onEnd(failure: Failure): void },
	) => {
		asked.push(input);
		queueMicrotask(() => ("code" in answer ? listener.onEnd(answer) : listener.onBatch({ rows: packRows(answer) })));
		return {
			pay: () => {},
			close: () => {
				closed += 1;
			},
		};
	};
	return { link: { openFeed } as unknown as EngineLink, asked, countClosed: () => closed };
}

describe("recent messages", () => {
	it("are the last that were published, newest first, each once, and the feed is closed again", async () => {
		const rows = [createMessage(1, "x"), createMessage(2, "y"), createMessage(3, "x"), createMessage(4, "x", { qos: 1 })];
		const { link, asked, countClosed } = createLink(rows);
		const recent = await readRecentMessages(link, "c");
		expect(recent.ok && recent.messages.map((message) => message.seq)).toEqual([4, 3, 2]);
		expect(asked).toMatchObject([{ connectionId: "c", filter: { direction: "published" }, place: { at: "end" } }]);
		expect(countClosed()).toBe(1);
	});

	it("are at most twenty", async () => {
		const { link } = createLink(Array.from({ length: 50 }, (_, number) => createMessage(number + 1, String(number))));
		const recent = await readRecentMessages(link, "c");
		expect(recent.ok && recent.messages.map((message) => message.seq)).toEqual(Array.from({ length: 20 }, (_, at) => 50 - at));
	});

	it("of which only the beginning is known are never taken for the same", async () => {
		const { link } = createLink([1, 2].map((seq) => createMessage(seq, "beginning", { payloadBytes: 5000 })));
		const recent = await readRecentMessages(link, "c");
		expect(recent.ok && recent.messages).toHaveLength(2);
	});

	it("that cannot be read are a failure", async () => {
		const { link } = createLink(createFailure("link-closed"));
		expect(await readRecentMessages(link, "c")).toMatchObject({ ok: false, failure: { code: "link-closed" } });
	});
});

describe("the first line of a payload", () => {
	it("is the first that says something, and short", () => {
		expect(readFirstLine("\n \r\n  one\r\ntwo")).toBe("one");
		expect(readFirstLine("")).toBe("");
		expect(readFirstLine("😀".repeat(500))).toBe("😀".repeat(120));
	});
});
