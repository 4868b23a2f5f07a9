/** Pinning: retention leaves what is pinned. The way back is to unpin. */
import type { Failure } from "../../shared/model/failure.ts";
import type { MessageSelection } from "../../shared/model/selection.ts";
import { formatNumber } from "../i18n/format-number.ts";
import { applyNotice } from "../state/notices-store.ts";
import { selectOne } from "../state/selected-ranges.ts";
import { selectRanges } from "../state/selection-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { hasSelection } from "./select-messages.ts";
import { workOnSelection } from "./work-on-selection.ts";

export const pinMessage: Action<MessageSubject> = {
	id: "message.pin",
	label: "selection.pin",
	when: (_stores, { message }) => message.pinned !== true,
	run: (context, { connectionId, message }) => setPinned(context, connectionId, [selectOne(message.seq)], true, 1),
};

export const unpinMessage: Action<MessageSubject> = {
	id: "message.unpin",
	label: "selection.unpin",
	when: (_stores, { message }) => message.pinned === true,
	run: (context, { connectionId, message }) => setPinned(context, connectionId, [selectOne(message.seq)], false, 1),
};

export const pinSelected: Action<ConnectionSubject> = {
	id: "messages.pin",
	label: "selection.pinAll",
	when: (stores, subject) => hasSelection(stores, subject) && stores.selection.getState().work === null,
	run: (context, subject) => setSelectedPinned(context, subject, true),
};

export const unpinSelected: Action<ConnectionSubject> = {
	id: "messages.unpin",
	label: "selection.unpinAll",
	when(stores, subject) {
		const { work, count } = stores.selection.getState();
		return hasSelection(stores, subject) && work === null && count !== null && count.pinned > 0;
	},
	run: (context, subject) => setSelectedPinned(context, subject, false),
};

async function setSelectedPinned(
	context: ActionContext,
	{ connectionId }: ConnectionSubject,
	isPinned: boolean,
): Promise<Failure | null> {
	const selection = selectRanges(context.stores.selection.getState(), connectionId);
	const counted = await context.host.link.request("selection.count", { connectionId, selection });
	if (!counted.ok) return counted.failure;
	return setPinned(context, connectionId, selection, isPinned, counted.value.messages);
}

async function setPinned(
	{ host, stores }: ActionContext,
	connectionId: string,
	selection: MessageSelection,
	pinned: boolean,
	of: number,
): Promise<Failure | null> {
	let changed = 0;
	const { failure } = await workOnSelection(stores, pinned ? "pin" : "unpin", of, async (after) => {
		const step = await host.link.request("selection.setPinned", { connectionId, selection, after, pinned });
		if (!step.ok) return step;
		changed += step.value.changed;
		return { ok: true, value: { done: step.value.changed, next: step.value.next } };
	});
	if (of > 1 || changed > 1) {
		const values = { count: changed, number: formatNumber(changed) };
		const text = pinned ? "selection.pinned" : "selection.unpinned";
		stores.notices.setState((state) => applyNotice(state, { kind: "done", text, values }));
	}
	return failure;
}
