import { formatLink } from "../../shared/model/format-link.ts";
import { selectProfile } from "../state/connections-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { copyText } from "./copy-text.ts";

/** The address with the user name and without secrets; the form reads it back where it is pasted into the host. */
export const copyLink: Action<ConnectionSubject> = {
	id: "connection.copyLink",
	label: "action.copyLink",
	when: (stores, { connectionId }) => stores.connections.getState().profiles.has(connectionId),
	async run(context, { connectionId }) {
		const profile = selectProfile(context.stores.connections.getState(), connectionId);
		if (profile !== null) await copyText(context, formatLink(profile));
		return null;
	},
};
