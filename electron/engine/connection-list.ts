/**
 * The connections as they live in this engine: profile and wished subscriptions as they are saved, the conversation, the session. Who
 * changes one saves it first, and then tells the list; so nothing is shown here that a restart would not bring back.
 */
import type { ConnectionProfile } from "../../shared/model/connection.ts";
import type { ConnectionArrangement, ConnectionFolder } from "../../shared/model/connection-folder.ts";
import type { Subscription } from "../../shared/model/subscription.ts";
import type { Conversation, History } from "./history/history.ts";
import type { StoredConnection } from "./profiles/profiles.ts";
import type { Session } from "./session/session.ts";

export interface LiveConnection extends StoredConnection {
	readonly conversation: Conversation;
	readonly session: Session;
}

/** `list`: it came or went; `arrangement`: the folders, or what stands in them and in which order. */
export type ConnectionChange =
	| { readonly what: "list" | "profile" | "state" | "activity" | "subscriptions" | "outgoing"; readonly id: string }
	| { readonly what: "arrangement"; readonly id: null };

export interface ConnectionList {
	/** In the list's order. */
	readonly all: Iterable<LiveConnection>;
	readonly ids: readonly string[];
	/** Another array where anything in it is another. */
	readonly folders: readonly ConnectionFolder[];
	find(id: string): LiveConnection | undefined;
	add(stored: StoredConnection): void;
	/** True where the connection that is open now differs in something from the new profile. */
	updateProfile(profile: ConnectionProfile): boolean;
	/** Connections that it does not name stay behind those that it does. */
	arrange(arrangement: ConnectionArrangement): void;
	setSubscriptions(id: string, subscriptions: readonly Subscription[]): void;
	/** Gone from the list at once; resolves when its session is closed and its history removed. */
	remove(id: string): Promise<void>;
	/** May be called at any rate. Returns the way to stop. */
	onChange(listener: (change: ConnectionChange) => void): () => void;
	/** Closes every session. */
	close(): Promise<void>;
}

export type OpenSession = (
	stored: StoredConnection,
	conversation: Conversation,
	tell: (what: "state" | "subscriptions" | "outgoing") => void,
	readProfile: () => ConnectionProfile,
) => Session;

export interface ConnectionListOptions {
	readonly history: History;
	readonly openSession: OpenSession;
}

export function createConnectionList({ history, openSession }: ConnectionListOptions): ConnectionList {
	const connections = new Map<string, LiveConnection>();
	const stops = new Map<string, () => void>();
	const listeners = new Set<(change: ConnectionChange) => void>();
	let folders: readonly ConnectionFolder[] = [];
	const tellChange = (change: ConnectionChange) => {
		for (const listener of listeners) listener(change);
	};
	const tell = (id: string, what: Exclude<ConnectionChange["what"], "arrangement">) => tellChange({ id, what });
	const replace = (id: string, change: Partial<StoredConnection>): LiveConnection | undefined => {
		const before = connections.get(id);
		if (before === undefined) return undefined;
		const after = { ...before, ...change };
		connections.set(id, after);
		return after;
	};

	return {
		get all() {
			return connections.values();
		},
		get ids() {
			return [...connections.keys()];
		},
		get folders() {
			return folders;
		},
		find: (id) => connections.get(id),
		add(stored) {
			const { id } = stored.profile;
			const conversation = history.openConversation(id);
			const session = openSession(
				stored,
				conversation,
				(what) => tell(id, what),
				() => connections.get(id)?.profile ?? stored.profile,
			);
			connections.set(id, { ...stored, conversation, session });
			stops.set(
				id,
				conversation.onChange(() => tell(id, "activity")),
			);
			tell(id, "list");
		},
		updateProfile(profile) {
			const connection = replace(profile.id, { profile });
			tell(profile.id, "profile");
			return connection?.session.updateProfile(profile) ?? false;
		},
		arrange(arrangement) {
			folders = arrangement.folders;
			const unnamed = new Map(connections);
			const placed = arrangement.places.flatMap(({ id, folderId }): readonly [string, LiveConnection][] => {
				const connection = unnamed.get(id);
				unnamed.delete(id);
				if (connection === undefined) return [];
				return [[id, connection.folderId === folderId ? connection : { ...connection, folderId }]];
			});
			connections.clear();
			for (const [id, connection] of [...placed, ...unnamed]) connections.set(id, connection);
			tellChange({ what: "arrangement", id: null });
		},
		setSubscriptions(id, subscriptions) {
			replace(id, { subscriptions })?.session.setSubscriptions(subscriptions);
			tell(id, "subscriptions");
		},
		async remove(id) {
			const connection = connections.get(id);
			if (connection === undefined) return;
			connections.delete(id);
			stops.get(id)?.();
			stops.delete(id);
			tell(id, "list");
			await connection.session.close();
			await history.removeConversation(id);
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async close() {
			for (const stop of stops.values()) stop();
			await Promise.all([...connections.values()].map(({ session }) => session.close()));
		},
	};
}
