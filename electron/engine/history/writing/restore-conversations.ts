import type { DatabaseSync } from "node:sqlite";
import type { KnownConversation } from "../worker-message.ts";

/** What is known in memory of the conversations, put into the database that takes a damaged one's place: seqs go on, nothing repeats. */
export function restoreConversations(database: DatabaseSync, known: readonly KnownConversation[]): void {
	const insert = database.prepare("INSERT OR IGNORE INTO conversation VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 1, ?, 0, 0)");
	const hold = database.prepare("INSERT OR IGNORE INTO held_packet VALUES (?)");
	database.exec("BEGIN IMMEDIATE");
	for (const { number, connectionId, lastSeq, lastReadSeq, heldPacketIds, heldSubscriptions } of known) {
		insert.run(number, connectionId, lastSeq, lastReadSeq, heldSubscriptions);
		for (const packetId of heldPacketIds) hold.run(number * 65_536 + packetId);
	}
	database.exec("COMMIT");
}
