/** A process to be killed: deletes everything in the history of the folder it is given, and tells of each step that was done. */
import { createHistory } from "../../../electron/engine/history/create-history.ts";
import { NO_FILTER } from "../../../shared/model/conversation.ts";

const history = await createHistory({
	folder: process.argv[2] ?? "",
	worker: new URL("../../../electron/engine/history/history-worker.ts", import.meta.url),
	clock: { now: () => Date.now() },
	log: { write() {} },
	keepMessages: 1_000_000_000,
});
const conversation = history.openConversation("one");
const selection = [{ from: 1, to: conversation.storedSeq, filter: NO_FILTER }];
for (let after: number | null = 0; after !== null; ) {
	const step = await conversation.dropSelected(selection, after);
	process.stdout.write(`${step.changed}\n`);
	after = step.next;
}
