/** What is muted is stored, not shown, and not unread; what happened to the connection stays between the rows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Conversation, History, RowDraft } from "../../../electron/engine/history/history.ts";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { createTestFolder, published, received, type TestFolder, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
let history: History;
beforeAll(async () => {
	folder = createTestFolder();
	history = await folder.open();
});
afterAll(() => folder.end());

const quiet = (draft: RowDraft): RowDraft => (draft.kind === "received" ? { ...draft, isMuted: true } : draft);
const ROWS: readonly RowDraft[] = [
	{ kind: "event", at: 1, event: { type: "connected", sessionPresent: false } },
	quiet(received("noise/1", "p")),
	received("news", "p"),
	published("noise/1", "p"),
	quiet(received("noise/2", "p")),
	received("noise/loud", "p"),
];

async function fill(): Promise<Conversation> {
	const conversation = history.openConversation("muted");
	for (const draft of ROWS) conversation.append(draft);
	await waitUntilStored(conversation, ROWS.length);
	return conversation;
}

test("a muted filter hides what was received through it alone, and nothing of what was published or happened", async () => {
	const conversation = await fill();
	const seqsOf = async (muted: { hidden: string[]; shown: string[] }, topicFilter: string | null = null) => {
		const filter = { ...NO_FILTER, topicFilter, muted };
		const { rows } = await conversation.readWindow({ filter, place: { at: "end", limit: 500 } });
		return rows.map(({ seq }) => seq);
	};
	expect(await seqsOf({ hidden: ["noise/#"], shown: ["noise/loud"] })).toEqual([1, 3, 4, 6]);
	expect(await seqsOf({ hidden: ["#"], shown: [] })).toEqual([1, 4]);
	expect(await seqsOf({ hidden: ["other"], shown: [] })).toEqual([1, 2, 3, 4, 5, 6]);
	expect(await seqsOf({ hidden: ["noise/1"], shown: [] }, "noise/+")).toEqual([4, 5, 6]);
	const { signal } = new AbortController();
	const filter = { ...NO_FILTER, muted: { hidden: ["noise/+"], shown: [] } };
	expect(await conversation.countMatches(filter, 100, () => {}, signal)).toBe(3);
});

test("what was muted when it came is never unread, whatever is read or deleted", async () => {
	const conversation = history.openConversation("muted");
	expect(conversation.activity.unread).toBe(2);
	conversation.markRead(2);
	const more = [quiet(received("noise/3", "p")), received("news", "p")];
	for (const draft of more) conversation.append(draft);
	await waitUntilStored(conversation, ROWS.length + more.length);
	expect(conversation.activity).toMatchObject({ unread: 3, totals: { received: 6 } });
	conversation.markRead(6);
	conversation.append(quiet(received("noise/4", "p")));
	await waitUntilStored(conversation, ROWS.length + more.length + 1);
	expect(conversation.activity.unread).toBe(1);
});
