/** A broker may point to another server. Nobody goes there unasked: it would be told user name and password. */
import { parseServerReference, type ServerAddress } from "../../shared/model/parse-server-reference.ts";
import { selectConnectionState, selectProfile } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { applyDialog } from "../state/view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { saveConnection } from "./save-connection.ts";

/** Where the broker that refused or ended this connection points to; null = nowhere, or not in a form that can be followed. */
export function readRedirect(stores: Stores, connectionId: string): ServerAddress | null {
	const state = selectConnectionState(stores.connections.getState(), connectionId);
	if (state.kind !== "failed" && state.kind !== "waiting") return null;
	const reference = state.failure.detail?.["serverReference"];
	return typeof reference === "string" ? parseServerReference(reference) : null;
}

export const askRedirect: Action<ConnectionSubject> = {
	id: "connection.askRedirect",
	label: "action.connectToNamed",
	when: (stores, { connectionId }) => readRedirect(stores, connectionId) !== null,
	run: ({ stores }, { connectionId }) => {
		stores.view.setState((state) => applyDialog(state, { kind: "redirect", connectionId }));
		return null;
	},
};

/** Gives the connection the address that the broker named, and connects. */
export const followRedirect: Action<ConnectionSubject> = {
	id: "connection.followRedirect",
	label: "connection.redirect.confirm",
	when: (stores, { connectionId }) => readRedirect(stores, connectionId) !== null,
	run: (context, { connectionId }) => {
		const address = readRedirect(context.stores, connectionId);
		const profile = selectProfile(context.stores.connections.getState(), connectionId);
		if (address === null || profile === null) return null;
		const { id: _id, ...draft } = profile;
		// Its secrets stay as they are.
		const moved = { ...draft, secrets: {}, host: address.host, port: address.port ?? draft.port };
		return saveConnection.run(context, { connectionId, draft: moved, thenConnect: true });
	},
};
