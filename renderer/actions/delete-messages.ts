/** Deleting messages for good: asked first with the exact number, then done in steps. */
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { MessageSelection, SelectionCount } from "../../shared/model/selection.ts";
import { formatNumber } from "../i18n/format-number.ts";
import { applyNotice } from "../state/notices-store.ts";
import { selectOne } from "../state/selected-ranges.ts";
import { applyLetGo, selectRanges } from "../state/selection-store.ts";
import { applyDialog } from "../state/view-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { askList } from "./message-moves.ts";
import { hasSelection } from "./select-messages.ts";
import { workOnSelection } from "./work-on-selection.ts";

export const askDeleteMessage: Action<MessageSubject> = {
	id: "message.askDelete",
	label: "selection.delete",
	when: (_stores, { message }) => !isOnItsWay(message),
	whyNot: (_stores, { message }) => (isOnItsWay(message) ? "selection.reason.onItsWay" : null),
	run: (context, { connectionId, message }) => ask(context, connectionId, [selectOne(message.seq)]),
};

export const askDeleteSelected: Action<ConnectionSubject> = {
	id: "messages.askDelete",
	label: "selection.deleteAll",
	listKeys: ["Delete"],
	when: (stores, subject) => hasSelection(stores, subject) && stores.selection.getState().work === null,
	run: (context, { connectionId }) => ask(context, connectionId, selectRanges(context.stores.selection.getState(), connectionId)),
};

export interface DeletionSubject extends ConnectionSubject {
	readonly selection: MessageSelection;
	readonly count: SelectionCount;
}

export const deleteMessages: Action<DeletionSubject> = {
	id: "messages.delete",
	label: "selection.delete",
	when: () => true,
	async run({ host, stores }, { connectionId, selection, count }) {
		let [deleted, waiting] = [0, 0];
		const { isStopped, failure } = await workOnSelection(stores, "delete", count.messages, async (after) => {
			const step = await host.link.request("selection.remove", { connectionId, selection, after });
			if (!step.ok) return step;
			deleted += step.value.changed;
			waiting += step.value.waiting;
			return { ok: true, value: { done: step.value.changed + step.value.waiting, next: step.value.next } };
		});
		// Another selection may have been made meanwhile, by which these are not meant.
		if (stores.selection.getState().ranges === selection && !isStopped && waiting === 0) {
			stores.selection.setState(applyLetGo, true);
		}
		askList(stores, "focus");
		if (deleted > 1 || (deleted > 0 && isStopped)) {
			const values = { count: deleted, number: formatNumber(deleted) };
			stores.notices.setState((state) => applyNotice(state, { kind: "done", text: "selection.deleted", values }));
		}
		return waiting > 0 && failure === null ? createFailure("delivery-under-way", { count: waiting }) : failure;
	},
};

async function ask({ host, stores }: ActionContext, connectionId: string, selection: MessageSelection): Promise<Failure | null> {
	const counted = await host.link.request("selection.count", { connectionId, selection });
	if (!counted.ok) return counted.failure;
	const { messages, waiting } = counted.value;
	if (messages === 0) return createFailure("not-found", { what: "message" });
	if (messages === waiting) return createFailure("delivery-under-way", { count: waiting });
	stores.view.setState((state) => applyDialog(state, { kind: "delete-messages", connectionId, selection, count: counted.value }));
	return null;
}

function isOnItsWay(message: MessageSubject["message"]): boolean {
	return message.kind === "published" && message.qos > 0 && message.delivery.state === "waiting";
}
