import { describe, expect, it } from "vitest";
import { selectLines } from "../../../../../../renderer/features/messages/list/select-lines.ts";
import type { ConversationRow, EventRow, ReceivedMessage } from "../../../../../../shared/model/message.ts";

const MORNING = new Date(2026, 4, 4, 9, 30, 0).getTime();

function createMessage(seq: number, change: Partial<Omit<ReceivedMessage, "kind">> = {}): ReceivedMessage {
	return {
		kind: "received",
		seq,
		at: MORNING,
		topic: "a",
		payload: new Uint8Array(0),
		payloadBytes: 0,
		qos: 0,
		retain: false,
		dup: false,
		...change,
	};
}

const describeLines = (rows: readonly ConversationRow[], unreadAfterSeq: number | null = null) =>
	selectLines(rows, unreadAfterSeq).map((line) =>
		line.kind === "message" ? `${line.row.seq}${line.startsGroup ? " starts" : ""}` : line.kind,
	);

describe("the lines of a conversation", () => {
	it("group messages of one topic, direction and minute", () => {
		const rows: readonly ConversationRow[] = [
			createMessage(1),
			createMessage(2, { at: MORNING + 59_000 }),
			createMessage(3, { at: MORNING + 60_000 }),
			createMessage(4, { at: MORNING + 60_000, topic: "b" }),
			{ ...createMessage(5, { at: MORNING + 60_000, topic: "b" }), kind: "published", delivery: { state: "done", ticks: [] } },
		];
		expect(describeLines(rows)).toEqual(["day", "1 starts", "2", "3 starts", "4 starts", "5 starts"]);
	});

	it("say the topic of a long group again now and then, at the same rows in every window", () => {
		const rows = Array.from({ length: 20 }, (_, index) => createMessage(index + 1));
		const starts = (from: number) =>
			selectLines(rows.slice(from), null).flatMap((line) => (line.kind === "message" && line.startsGroup ? [line.row.seq] : []));
		expect(starts(0)).toEqual([1, 8, 16]);
		expect(starts(4)).toEqual([5, 8, 16]);
	});

	it("say each new day once, also at the first row", () => {
		expect(describeLines([createMessage(1), createMessage(2, { at: MORNING + 86_400_000 })])).toEqual([
			"day",
			"1 starts",
			"day",
			"2 starts",
		]);
		expect(describeLines([])).toEqual([]);
	});

	it("mark where the unread begin, and only where what was read stands before it", () => {
		const rows = [createMessage(17), createMessage(18), createMessage(19)];
		expect(describeLines(rows, 18)).toEqual(["day", "17 starts", "18", "unread", "19 starts"]);
		expect(describeLines(rows, 16)).toEqual(["day", "17 starts", "18", "19"]);
		expect(describeLines(rows, 19)).toEqual(["day", "17 starts", "18", "19"]);
	});

	it("mark no message as unread that was published here", () => {
		const published = (seq: number): ConversationRow => ({
			...createMessage(seq),
			kind: "published",
			delivery: { state: "done", ticks: [] },
		});
		expect(describeLines([createMessage(1), published(2), createMessage(3)], 1)).toEqual([
			"day",
			"1 starts",
			"2 starts",
			"unread",
			"3 starts",
		]);
		expect(describeLines([createMessage(1), published(2)], 1)).toEqual(["day", "1 starts", "2 starts"]);
	});

	it("break a group where something happened to the connection", () => {
		const event: EventRow = { kind: "event", seq: 2, at: MORNING, event: { type: "disconnected" } };
		expect(describeLines([createMessage(1), event, createMessage(3)])).toEqual(["day", "1 starts", "event", "3 starts"]);
	});
});
