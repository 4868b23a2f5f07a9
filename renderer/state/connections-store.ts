import { createStore } from "zustand/vanilla";
import type { ConnectionsBatch } from "../../shared/contract/connection.ts";
import type { ConnectionProfile, ConnectionState, Granted } from "../../shared/model/connection.ts";
import type { ConnectionFolder } from "../../shared/model/connection-folder.ts";
import type { ConversationActivity } from "../../shared/model/conversation.ts";
import type { CertificateFacts } from "../../shared/model/tls.ts";

/** Maps, not objects: an id is the engine's, but a key such as `__proto__` is nobody's to fear here. */
export interface ConnectionsState {
	/** False until the first batch: an empty list is then not yet a fact. */
	readonly loaded: boolean;
	readonly order: readonly string[];
	/** In the order in which they stand beside each other. */
	readonly folders: readonly ConnectionFolder[];
	/** The folder of each connection that was ever moved; null, and one that is not here: in none. */
	readonly places: ReadonlyMap<string, string | null>;
	readonly profiles: ReadonlyMap<string, ConnectionProfile>;
	readonly states: ReadonlyMap<string, ConnectionState>;
	readonly activities: ReadonlyMap<string, ConversationActivity>;
}

const EMPTY: ConnectionsState = {
	loaded: false,
	order: [],
	folders: [],
	places: new Map(),
	profiles: new Map(),
	states: new Map(),
	activities: new Map(),
};
const IDLE: ConnectionState = { kind: "idle" };

export function createConnectionsStore() {
	return createStore<ConnectionsState>(() => EMPTY);
}

/** Folds one batch in. What it does not mention keeps its identity, so that only changed rows render. */
export function applyConnectionsBatch(state: ConnectionsState, batch: ConnectionsBatch): ConnectionsState {
	const base = batch.reset ? EMPTY : state;
	const order = batch.order ?? base.order;
	const kept = batch.order === null ? null : new Set(order);
	return {
		loaded: true,
		order,
		folders: batch.folders ?? base.folders,
		places: mergeById(
			base.places,
			batch.places.map(({ id, folderId }) => [id, folderId]),
			kept,
		),
		profiles: mergeById(
			base.profiles,
			batch.profiles.map((profile) => [profile.id, profile]),
			kept,
		),
		states: mergeById(
			base.states,
			batch.states.map(({ id, state: own }) => [id, own]),
			kept,
		),
		activities: mergeById(
			base.activities,
			batch.activities.map(({ id, activity }) => [id, activity]),
			kept,
		),
	};
}

function mergeById<Value>(
	before: ReadonlyMap<string, Value>,
	changes: readonly (readonly [string, Value])[],
	kept: ReadonlySet<string> | null,
): ReadonlyMap<string, Value> {
	const gone = kept === null ? [] : [...before.keys()].filter((id) => !kept.has(id));
	if (changes.length === 0 && gone.length === 0) return before;
	const after = new Map(before);
	for (const id of gone) after.delete(id);
	for (const [id, value] of changes) after.set(id, value);
	return after;
}

export function selectProfile(state: ConnectionsState, id: string): ConnectionProfile | null {
	return state.profiles.get(id) ?? null;
}

export function selectConnectionState(state: ConnectionsState, id: string): ConnectionState {
	return state.states.get(id) ?? IDLE;
}

/** What the broker offers, while it is connected. */
export function selectGranted(state: ConnectionsState, id: string): Granted | null {
	const current = selectConnectionState(state, id);
	return current.kind === "connected" ? current.granted : null;
}

/** null = in no folder. */
export function selectFolderId(state: Pick<ConnectionsState, "places">, id: string): string | null {
	return state.places.get(id) ?? null;
}

export function selectActivity(state: ConnectionsState, id: string): ConversationActivity | null {
	return state.activities.get(id) ?? null;
}

/** What a server presented that was refused, as long as that is why there is no connection. */
export function selectRefusedChain(state: ConnectionsState, id: string): readonly CertificateFacts[] | null {
	const own = selectConnectionState(state, id);
	return own.kind === "failed" || own.kind === "waiting" ? (own.failure.certificates ?? null) : null;
}
