/** A process to be killed: appends without end to the history in the folder it is given, and prints each seq that was confirmed. */
import { createHistory } from "../../../electron/engine/history/create-history.ts";

const history = await createHistory({
	folder: process.argv[2] ?? "",
	worker: new URL("../../../electron/engine/history/history-worker.ts", import.meta.url),
	clock: { now: () => Date.now() },
	log: { write() {} },
	keepMessages: 1_000_000_000,
});
const conversation = history.openConversation("one");
conversation.onStored((stored) => process.stdout.write(`${stored}\n`));
let seq = conversation.storedSeq;
setInterval(() => {
	for (let index = 0; index < 500; index++) {
		const payload = Buffer.from(`message ${seq + 1}`);
		seq = conversation.append({ kind: "received", at: seq, topic: `t/${seq % 7}`, payload, qos: 1, retain: false, dup: false });
	}
}, 1);
