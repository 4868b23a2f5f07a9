import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ConversationMove, openConversation } from "../../../../renderer/feed/open-conversation.ts";
import { createConversationStore } from "../../../../renderer/state/conversation-store.ts";
import type { EngineLink } from "../../../../shared/contract/engine-link.ts";
import type { ConversationBatch } from "../../../../shared/contract/message.ts";
import { NO_ROWS, packRows } from "../../../../shared/contract/row-columns.ts";
import { NO_FILTER } from "../../../../shared/model/conversation.ts";

interface AskedFeed {
	readonly seq: number | null;
	isClosed: boolean;
	send(kind: "window" | "tail", seqs: readonly number[]): void;
}

/** A link whose feeds answer when the test says so. */
function createHeldLink(): { readonly link: EngineLink; readonly asked: AskedFeed[] } {
	const asked: AskedFeed[] = [];
	const openFeed = (_name: string, input: unknown, listener: { onBatch(batch: ConversationBatch): void }) => {
		const { place } = input as { readonly place: ConversationMove["place"] };
		const own: AskedFeed = {
			seq: place.at === "seq" ? place.seq : null,
			isClosed: false,
			send: (kind, seqs) => listener.onBatch(createBatch(kind, seqs)),
		};
		asked.push(own);
		return {
			pay() {},
			close() {
				own.isClosed = true;
			},
		};
	};
	return { link: { openFeed } as unknown as EngineLink, asked };
}

function createBatch(kind: "window" | "tail", seqs: readonly number[]): ConversationBatch {
	const rows = seqs.map((seq) => ({ kind: "event", seq, at: 0, event: { type: "disconnected" } }) as const);
	const totals = { firstSeq: 1, lastSeq: 100, received: 0, published: 0, events: 100, evicted: 0, deleted: 0, pinned: 0 };
	return {
		kind,
		rows: packRows(rows),
		skipped: 0,
		changed: NO_ROWS,
		reachesStart: false,
		reachesEnd: true,
		totals,
		matches: null,
	};
}

const toEnd: ConversationMove = { place: { at: "end", limit: 10 }, placing: { at: "end" } };
const toSeq = (seq: number): ConversationMove => ({
	place: { at: "seq", seq, before: 1, after: 1 },
	placing: { at: "row", seq, offsetPx: 0 },
});

describe("the conversation's feed", () => {
	beforeEach(() => {
		vi.stubGlobal("requestAnimationFrame", () => 0);
		vi.stubGlobal("cancelAnimationFrame", () => {});
	});
	afterEach(() => vi.unstubAllGlobals());

	function open() {
		const { link, asked } = createHeldLink();
		const store = createConversationStore();
		const feed = openConversation(link, store, "c", NO_FILTER, toEnd);
		const seqs = () => store.getState().window?.rows.map((row) => row.seq);
		return { asked, store, feed, seqs };
	}

	it("shows what it has, live, until the new window's first batch is here", () => {
		const { asked, feed, seqs } = open();
		asked[0]?.send("window", [98, 99]);
		feed.move(toSeq(5));
		asked[0]?.send("tail", [100]);
		expect(seqs()).toEqual([98, 99, 100]);
		expect(asked[0]?.isClosed).toBe(false);
		asked[1]?.send("window", [4, 5, 6]);
		expect(seqs()).toEqual([4, 5, 6]);
		expect(asked[0]?.isClosed).toBe(true);
		feed.close();
		expect(asked.every((one) => one.isClosed)).toBe(true);
	});

	it("makes one move at a time, and of those asked for meanwhile only the last", () => {
		const { asked, feed, seqs } = open();
		asked[0]?.send("window", [99]);
		for (const seq of [10, 20, 30, 40]) feed.move(toSeq(seq));
		expect(asked.map((one) => one.seq)).toEqual([null, 10]);
		asked[1]?.send("window", [10]);
		expect(asked.map((one) => one.seq)).toEqual([null, 10, 40]);
		asked[2]?.send("window", [40]);
		expect(seqs()).toEqual([40]);
		expect(feed.isMoving).toBe(false);
		feed.close();
	});
});
