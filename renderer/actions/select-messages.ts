/** Selecting messages: one by one, as a range, all that the filter shows, and letting go. */
import { MOST_SELECTED_RANGES } from "../../shared/contract/selection.ts";
import type { ConversationFilter } from "../../shared/model/conversation.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Message } from "../../shared/model/message.ts";
import type { Stores } from "../state/create-stores.ts";
import { isSelected } from "../state/selected-ranges.ts";
import {
	applyAllSelected,
	applyExtended,
	applyLetGo,
	applyToggled,
	type SelectionState,
	selectRanges,
} from "../state/selection-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

export const selectMessage: Action<MessageSubject> = {
	id: "message.select",
	label: "selection.select",
	when: (stores, subject) => !isMessageSelected(stores, subject),
	run: (context, { connectionId, message }) => change(context, (state) => applyToggled(state, connectionId, message.seq, false)),
};

export const unselectMessage: Action<MessageSubject> = {
	id: "message.unselect",
	label: "selection.unselect",
	when: isMessageSelected,
	run: (context, { connectionId, message }) => change(context, (state) => applyToggled(state, connectionId, message.seq, true)),
};

/** From where the last range began, or else from `fromSeq`, to this message. */
export const selectTo: Action<MessageSubject & { readonly fromSeq: number }> = {
	id: "message.selectTo",
	label: "selection.extend",
	when: () => true,
	run(context, { connectionId, message, fromSeq }) {
		const filter = readShownFilter(context.stores);
		return change(context, (state) => applyExtended(state, connectionId, { from: fromSeq, to: message.seq, filter }));
	},
};

export const selectAllShown: Action<ConnectionSubject> = {
	id: "messages.selectAll",
	label: "selection.all",
	listKeys: ["mod+A"],
	when(stores, { connectionId }) {
		const state = stores.conversation.getState();
		return state.connectionId === connectionId && state.window !== null && state.window.rows.some(({ kind }) => kind !== "event");
	},
	run(context, { connectionId }) {
		const lastSeq = context.stores.conversation.getState().window?.totals.lastSeq ?? 0;
		const filter = readShownFilter(context.stores);
		return change(context, (state) => applyAllSelected(state, connectionId, lastSeq, filter));
	},
};

export const letSelectionGo: Action<ConnectionSubject> = {
	id: "messages.letGo",
	label: "selection.letGo",
	listKeys: ["Escape"],
	when: hasSelection,
	run: (context) => change(context, applyLetGo),
};

export function hasSelection(stores: Stores, { connectionId }: ConnectionSubject): boolean {
	return selectRanges(stores.selection.getState(), connectionId).length > 0;
}

function readShownFilter(stores: Stores): ConversationFilter {
	return stores.conversation.getState().filter;
}

function isMessageSelected(
	stores: Stores,
	{ connectionId, message }: ConnectionSubject & { readonly message: Message },
): boolean {
	const ranges = selectRanges(stores.selection.getState(), connectionId);
	return isSelected(ranges, message, readShownFilter(stores));
}

function change({ stores }: ActionContext, apply: (state: SelectionState) => SelectionState) {
	const after = apply(stores.selection.getState());
	if (after.ranges.length > MOST_SELECTED_RANGES) return createFailure("selection-too-scattered", { most: MOST_SELECTED_RANGES });
	stores.selection.setState(after, true);
	return null;
}
