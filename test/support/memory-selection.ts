/** Work on a selection of a conversation in memory. */
import type { Conversation } from "../../electron/engine/history/history.ts";
import type { ConversationFilter } from "../../shared/model/conversation.ts";
import type { ConversationRow, Message } from "../../shared/model/message.ts";
import type { MessageSelection } from "../../shared/model/selection.ts";

interface MemoryRows {
	readonly rows: ConversationRow[];
	readonly passes: (row: ConversationRow, filter: ConversationFilter) => boolean;
	readonly onDropped: (count: number) => void;
	readonly onReshaped: () => void;
}

type SelectionWork = Pick<Conversation, "countSelected" | "readSelected" | "dropSelected" | "pinSelected">;

export function createMemorySelection({ rows, passes, onDropped, onReshaped }: MemoryRows): SelectionWork {
	const isWaiting = (row: ConversationRow) => row.kind === "published" && row.qos > 0 && row.delivery.state === "waiting";
	const selected = (selection: MessageSelection, after: number): readonly Message[] =>
		rows.filter(
			(row): row is Message =>
				row.kind !== "event" &&
				row.seq > after &&
				selection.some(({ from, to, filter }) => row.seq >= from && row.seq <= to && passes(row, filter)),
		);

	return {
		countSelected: (selection) => {
			const messages = selected(selection, 0);
			return Promise.resolve({
				messages: messages.length,
				payloadBytes: messages.reduce((sum, { payloadBytes }) => sum + payloadBytes, 0),
				pinned: messages.filter(({ pinned }) => pinned === true).length,
				waiting: messages.filter(isWaiting).length,
			});
		},
		readSelected: (selection, after) => Promise.resolve({ messages: selected(selection, after), next: null }),
		dropSelected: (selection, after) => {
			const messages = selected(selection, after);
			const gone = new Set<ConversationRow>(messages.filter((row) => !isWaiting(row)));
			rows.splice(0, rows.length, ...rows.filter((row) => !gone.has(row)));
			onDropped(gone.size);
			onReshaped();
			return Promise.resolve({ changed: gone.size, waiting: messages.length - gone.size, next: null });
		},
		pinSelected: (selection, after, isPinned) => {
			const messages = selected(selection, after).filter(({ pinned }) => (pinned === true) !== isPinned);
			for (const message of messages) {
				const { pinned: _, ...rest } = message;
				rows[rows.indexOf(message)] = isPinned ? { ...rest, pinned: true } : rest;
			}
			onReshaped();
			return Promise.resolve({ changed: messages.length, waiting: 0, next: null });
		},
	};
}
