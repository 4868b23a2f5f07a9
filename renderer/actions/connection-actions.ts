/** What can be done to a connection. */
import type { ConnectionState } from "../../shared/model/connection.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { isSecretName, type SecretChanges, type SecretName } from "../../shared/model/secret.ts";
import { selectActivity, selectConnectionState, selectProfile, selectRefusedChain } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { applyNotice } from "../state/notices-store.ts";
import { applyDialog, type OpenDialog } from "../state/view-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import { isLinkOpen } from "./is-link-open.ts";

/** In which there is something to end, and something to begin. */
export const ENDABLE_STATES: readonly ConnectionState["kind"][] = ["connecting", "connected", "waiting"];
export const STARTABLE_STATES: readonly ConnectionState["kind"][] = ["idle", "waiting", "failed"];

export const newConnection: Action = {
	id: "connection.new",
	label: "action.newConnection",
	shortcut: "mod+alt+n",
	desktopShortcut: "mod+n",
	when: isLinkOpen,
	run: (context) => openDialog(context, { kind: "connection-form", connectionId: null }),
};

export const editConnection: Action<ConnectionSubject> = {
	id: "connection.edit",
	label: "action.editConnection",
	when: isKnown,
	run: (context, { connectionId }) => openDialog(context, { kind: "connection-form", connectionId }),
};

export const connect: Action<ConnectionSubject> = {
	id: "connection.connect",
	label: "action.connect",
	when: (stores, subject) =>
		isLinkOpen(stores) && isKnown(stores, subject) && STARTABLE_STATES.includes(readState(stores, subject).kind),
	run: (context, { connectionId }) => beginConnecting(context, connectionId),
};

/** Asks for the secrets that are not known any more. */
export async function beginConnecting(context: ActionContext, connectionId: string): Promise<Failure | null> {
	const result = await context.host.link.request("connection.connect", { id: connectionId });
	if (result.ok) return null;
	if (result.failure.code !== "secrets-needed") return result.failure;
	return openDialog(context, { kind: "secrets", connectionId, missing: readMissing(result.failure) });
}

function readMissing({ detail }: Failure): readonly SecretName[] {
	return String(detail?.["secretNames"] ?? "")
		.split(",")
		.filter(isSecretName);
}

export const enterSecrets: Action<ConnectionSubject> = {
	id: "connection.enterSecrets",
	label: "action.enterSecrets",
	when: (stores, subject) => {
		const state = readState(stores, subject);
		return state.kind === "failed" && state.failure.code === "secrets-needed";
	},
	run: (context, { connectionId }) => {
		const state = readState(context.stores, { connectionId });
		if (state.kind !== "failed") return null;
		return openDialog(context, { kind: "secrets", connectionId, missing: readMissing(state.failure) });
	},
};

/** Keeps the secrets and connects with them. The dialog runs it itself, to show what is wrong with one. */
export const connectWithSecrets: Action<ConnectionSubject & { readonly secrets: SecretChanges }> = {
	id: "connection.connectWithSecrets",
	label: "action.connect",
	when: isKnown,
	run: async ({ host }, { connectionId, secrets }) => {
		const kept = await host.link.request("connection.setSecrets", { id: connectionId, secrets });
		return kept.ok ? readFailure(await host.link.request("connection.connect", { id: connectionId })) : kept.failure;
	},
};

export const showCertificate: Action<ConnectionSubject> = {
	id: "connection.showCertificate",
	label: "action.showCertificate",
	when: (stores, subject) => selectRefusedChain(stores.connections.getState(), subject.connectionId) !== null,
	run: (context, { connectionId }) => openDialog(context, { kind: "server-certificate", connectionId }),
};

/** From now on this certificate is accepted and no other; connects with it. */
export const trustCertificate: Action<ConnectionSubject & { readonly fingerprint: string }> = {
	id: "connection.trustCertificate",
	label: "action.trustCertificate",
	when: isKnown,
	run: async (context, { connectionId, fingerprint }) => {
		const pinned = await context.host.link.request("connection.pinCertificate", { id: connectionId, fingerprint });
		return pinned.ok ? beginConnecting(context, connectionId) : pinned.failure;
	},
};

export const disconnect: Action<ConnectionSubject> = {
	id: "connection.disconnect",
	label: "action.disconnect",
	when: (stores, subject) => isLinkOpen(stores) && ENDABLE_STATES.includes(readState(stores, subject).kind),
	run: async ({ host }, { connectionId }) => readFailure(await host.link.request("connection.disconnect", { id: connectionId })),
};

/** So that the broker publishes the last will though the goodbye is in good order. [MQTT 5.0: 3.14.2.1, 0x04] */
export const disconnectWithWill: Action<ConnectionSubject> = {
	id: "connection.disconnectWithWill",
	label: "action.disconnectWithWill",
	when: (stores, subject) =>
		readState(stores, subject).kind === "connected" && disconnectWithWill.whyNot?.(stores, subject) === null,
	whyNot: (stores, { connectionId }) => {
		const profile = selectProfile(stores.connections.getState(), connectionId);
		if (profile !== null && profile.version !== "5.0") return "connection.willNeedsFive";
		return profile?.will === null ? "connection.willMissing" : null;
	},
	run: async ({ host }, { connectionId }) =>
		readFailure(await host.link.request("connection.disconnectWithWill", { id: connectionId })),
};

export const dropConnection: Action<ConnectionSubject> = {
	id: "connection.drop",
	label: "action.dropConnection",
	when: (stores, subject) => isLinkOpen(stores) && readState(stores, subject).kind === "connected",
	run: async ({ host }, { connectionId }) => readFailure(await host.link.request("connection.drop", { id: connectionId })),
};

export const askClearHistory: Action<ConnectionSubject> = {
	id: "connection.askClearHistory",
	label: "action.clearHistory",
	when: (stores, subject) => {
		const totals = selectActivity(stores.connections.getState(), subject.connectionId)?.totals;
		return totals !== undefined && totals.received + totals.published + totals.events > 0;
	},
	run: (context, { connectionId }) => openDialog(context, { kind: "clear-history", connectionId }),
};

export const clearHistory: Action<ConnectionSubject> = {
	id: "connection.clearHistory",
	label: "connection.clear.confirm",
	when: isKnown,
	run: async ({ host }, { connectionId }) =>
		readFailure(await host.link.request("connection.clearHistory", { id: connectionId })),
};

export const askDeleteConnection: Action<ConnectionSubject> = {
	id: "connection.askDelete",
	label: "action.deleteConnection",
	when: isKnown,
	run: (context, { connectionId }) => openDialog(context, { kind: "delete-connection", connectionId }),
};

export const deleteConnection: Action<ConnectionSubject> = {
	id: "connection.delete",
	label: "connection.delete.confirm",
	when: isKnown,
	run: async ({ host }, { connectionId }) => readFailure(await host.link.request("connection.remove", { id: connectionId })),
};

export const copyAddress: Action<ConnectionSubject & { readonly address: string }> = {
	id: "connection.copyAddress",
	label: "connection.copyAddress",
	when: isKnown,
	run: async ({ host, stores }, { address }) => {
		if (!(await host.clipboard.writeText(address))) return createFailure("clipboard-refused");
		stores.notices.setState((state) => applyNotice(state, { kind: "done", text: "connection.copied" }));
		return null;
	},
};

function openDialog({ stores }: ActionContext, dialog: OpenDialog): null {
	stores.view.setState((state) => applyDialog(state, dialog));
	return null;
}

function readFailure(result: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): Failure | null {
	return result.ok ? null : result.failure;
}

function isKnown(stores: Stores, { connectionId }: ConnectionSubject): boolean {
	return stores.connections.getState().profiles.has(connectionId);
}

function readState(stores: Stores, { connectionId }: ConnectionSubject): ConnectionState {
	return selectConnectionState(stores.connections.getState(), connectionId);
}
