/** The outgoing queue: what was never sent can be taken back. */
import { createFailure } from "../../shared/model/create-failure.ts";
import { selectOutgoing } from "../state/outgoing-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";

export interface QueuedSubject extends ConnectionSubject {
	readonly seq: number;
}

export const withdrawMessage: Action<QueuedSubject> = {
	id: "queue.withdraw",
	label: "action.withdraw",
	when(stores, { connectionId, seq }) {
		const { messages } = selectOutgoing(stores.outgoing.getState(), connectionId).queue;
		return messages.some((message) => message.seq === seq && !message.isSent);
	},
	async run({ host }, { connectionId, seq }) {
		const done = await host.link.request("queue.withdraw", { connectionId, seqs: [seq] });
		if (!done.ok) return done.failure;
		return done.value.withdrawn === 0 ? createFailure("sent-meanwhile") : null;
	},
};

export const withdrawAll: Action<ConnectionSubject> = {
	id: "queue.withdrawAll",
	label: "action.withdrawAll",
	when: (stores, { connectionId }) => selectOutgoing(stores.outgoing.getState(), connectionId).queue.waiting > 0,
	async run({ host }, { connectionId }) {
		const done = await host.link.request("queue.withdraw", { connectionId, seqs: null });
		return done.ok ? null : done.failure;
	},
};
