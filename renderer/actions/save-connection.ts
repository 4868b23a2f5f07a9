import type { ConnectionDraft } from "../../shared/model/connection.ts";
import { selectConnectionState } from "../state/connections-store.ts";
import { applyNotice } from "../state/notices-store.ts";
import { applyConnectionOpened } from "../state/view-store.ts";
import type { Action, ActionContext } from "./action.ts";
import { beginConnecting } from "./connection-actions.ts";

export interface ConnectionToSave {
	/** null = a new one. */
	readonly connectionId: string | null;
	readonly draft: ConnectionDraft;
	/** Absent: where it is; a new one in none. */
	readonly folderId?: string | null;
	/** Connect when it is saved; one that is open already begins anew where the change asks for it. */
	readonly thenConnect: boolean;
}

/** The form runs it itself, to show at its fields why it was not saved. Once it is, what else fails is a notice. */
export const saveConnection: Action<ConnectionToSave> = {
	id: "connection.save",
	label: "form.save",
	when: (stores) => stores.link.getState().link.kind === "open",
	run: async (context, { connectionId, draft, thenConnect, ...place }) => {
		const { host, stores } = context;
		if (connectionId === null) {
			const created = await host.link.request("connection.create", { draft, ...place });
			if (!created.ok) return created.failure;
			const { id } = created.value;
			stores.view.setState((state) => applyConnectionOpened(state, id));
			if (thenConnect) await connectAnew(context, id, false);
			return null;
		}
		const updated = await host.link.request("connection.update", { id: connectionId, draft, ...place });
		if (!updated.ok) return updated.failure;
		const { reconnectNeeded } = updated.value;
		const { kind } = selectConnectionState(stores.connections.getState(), connectionId);
		if (!thenConnect) {
			if (reconnectNeeded) stores.notices.setState((state) => applyNotice(state, { kind: "done", text: "form.reconnectNeeded" }));
		} else if (kind !== "connected" || reconnectNeeded) {
			await connectAnew(context, connectionId, kind !== "idle" && kind !== "failed");
		}
		return null;
	},
};

async function connectAnew(context: ActionContext, id: string, isOpen: boolean): Promise<void> {
	const closed = isOpen ? await context.host.link.request("connection.disconnect", { id }) : null;
	const failure = closed?.ok === false ? closed.failure : await beginConnecting(context, id);
	if (failure !== null) context.stores.notices.setState((state) => applyNotice(state, { kind: "failure", failure }));
}
