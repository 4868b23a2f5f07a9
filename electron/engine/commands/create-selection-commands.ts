import type { Handlers } from "../../../shared/contract/contract.ts";
import { packRows } from "../../../shared/contract/row-columns.ts";
import type { selectionCommands } from "../../../shared/contract/selection.ts";
import { type CommandParts, findConnection } from "./command-parts.ts";

type SelectionHandlers = Pick<Handlers, keyof typeof selectionCommands>;

/** What is done with many messages at once. */
export function createSelectionCommands(parts: CommandParts): SelectionHandlers {
	return {
		"selection.count": async ({ connectionId, selection }, { signal }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			return { ok: true, value: await found.value.conversation.countSelected(selection, signal) };
		},
		"selection.read": async ({ connectionId, selection, after }, { signal }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const { messages, next } = await found.value.conversation.readSelected(selection, after, signal);
			return { ok: true, value: { rows: packRows(messages), next } };
		},
		"selection.remove": async ({ connectionId, selection, after }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			return { ok: true, value: await found.value.conversation.dropSelected(selection, after) };
		},
		"selection.setPinned": async ({ connectionId, selection, after, pinned }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			return { ok: true, value: await found.value.conversation.pinSelected(selection, after, pinned) };
		},
	};
}
