/** Where a connection stands in the list, and a second one like it. */
import type { Failure } from "../../shared/model/failure.ts";
import { selectFolderId } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { applyNotice } from "../state/notices-store.ts";
import { applyConnectionOpened, applyDialog } from "../state/view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { readBeforeId } from "./read-before-id.ts";

export const duplicateConnection: Action<ConnectionSubject> = {
	id: "connection.duplicate",
	label: "action.duplicateConnection",
	when: isKnown,
	async run({ host, stores }, { connectionId }) {
		const copied = await host.link.request("connection.duplicate", { id: connectionId });
		if (!copied.ok) return copied.failure;
		const { id, clientIdChanged } = copied.value;
		stores.view.setState((state) => applyConnectionOpened(state, id));
		const text = clientIdChanged ? "connection.duplicated" : "connection.duplicatedAssigned";
		stores.notices.setState((state) => applyNotice(state, { kind: "done", text }));
		return null;
	},
};

export interface ConnectionMove extends ConnectionSubject {
	readonly folderId: string | null;
	/** null = behind the last of that folder. */
	readonly beforeId: string | null;
}

export const moveConnection: Action<ConnectionMove> = {
	id: "connection.move",
	label: "action.moveConnection",
	when: isKnown,
	run: async ({ host }, { connectionId, folderId, beforeId }) =>
		readFailure(await host.link.request("connection.move", { id: connectionId, folderId, beforeId })),
};

/** Asks for the folder. */
export const askMoveConnection: Action<ConnectionSubject> = {
	id: "connection.askMove",
	label: "action.moveConnection",
	when: isKnown,
	run({ stores }, { connectionId }) {
		stores.view.setState((state) => applyDialog(state, { kind: "move-connection", connectionId }));
		return null;
	},
};

function createStep(direction: "up" | "down"): Action<ConnectionSubject> {
	const readBefore = (stores: Stores, id: string) => {
		const state = stores.connections.getState();
		const folderId = selectFolderId(state, id);
		const beside = state.order.filter((each) => selectFolderId(state, each) === folderId);
		return { folderId, beforeId: readBeforeId(beside, id, direction) };
	};
	return {
		id: direction === "up" ? "connection.moveUp" : "connection.moveDown",
		label: direction === "up" ? "action.moveUp" : "action.moveDown",
		listKeys: [direction === "up" ? "Alt+ArrowUp" : "Alt+ArrowDown"],
		when: (stores, { connectionId }) => readBefore(stores, connectionId).beforeId !== undefined,
		run(context, { connectionId }) {
			const { folderId, beforeId } = readBefore(context.stores, connectionId);
			return beforeId === undefined ? null : moveConnection.run(context, { connectionId, folderId, beforeId });
		},
	};
}

export const moveConnectionUp = createStep("up");

export const moveConnectionDown = createStep("down");

function isKnown(stores: Stores, { connectionId }: ConnectionSubject): boolean {
	return stores.connections.getState().profiles.has(connectionId);
}

function readFailure(result: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): Failure | null {
	return result.ok ? null : result.failure;
}
