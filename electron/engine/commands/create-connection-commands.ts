/** What is saved about connections: create, update, remove, password. Saved first; only then do the session and the page hear of it. */
import { randomUUID } from "node:crypto";
import type { connectionCommands } from "../../../shared/contract/connection.ts";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { ConnectionDraft, ConnectionProfile } from "../../../shared/model/connection.ts";
import type { SavePlace } from "../profiles/profiles.ts";
import { findProblem, forgetConnection, showArrangement } from "./arrange-connections.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";
import { createConnectionActs } from "./create-connection-acts.ts";
import { createPasswords } from "./create-passwords.ts";
import { createPlaceCommands } from "./create-place-commands.ts";

export type ConnectionHandlers = Pick<Handlers, keyof typeof connectionCommands>;

export function createConnectionCommands(parts: CommandParts): ConnectionHandlers {
	const { profiles, list, takeTurn } = parts;
	const passwords = createPasswords(parts.ports);

	/** Puts the password in place, saves, and takes the password back where saving fails. */
	const save = async (
		profile: ConnectionProfile,
		password: string | null | undefined,
		place: SavePlace = {},
	): Promise<Result<null>> => {
		const problem = findProblem(profile, place.folderId, parts);
		if (problem !== null) return { ok: false, failure: problem };
		const before = typeof password === "string" ? await passwords.read(profile.id) : null;
		if (typeof password === "string") {
			const kept = await passwords.write(profile.id, password);
			if (!kept.ok) return kept;
		}
		const subscriptions = list.find(profile.id)?.subscriptions ?? [];
		const saved = await profiles.saveConnection({ profile, subscriptions }, place);
		if (!saved.ok && typeof password === "string") await passwords.write(profile.id, before);
		if (saved.ok && password === null) await passwords.write(profile.id, null);
		return saved;
	};

	return {
		...createConnectionActs(parts, passwords),
		...createPlaceCommands(parts, passwords),
		"connection.create": ({ draft, folderId = null }) =>
			takeTurn(async () => {
				const { profile, password } = splitDraft(draft, randomUUID(), false);
				const saved = await save(profile, password, { folderId });
				if (!saved.ok) return saved;
				list.add({ profile, subscriptions: [], folderId });
				return { ok: true, value: { id: profile.id } };
			}),
		"connection.update": ({ id, draft, folderId }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const { profile, password } = splitDraft(draft, id, found.value.profile.hasPassword);
				const saved = await save(profile, password, { folderId });
				if (!saved.ok) return saved;
				if (folderId !== undefined) showArrangement(parts);
				const differs = list.updateProfile(profile);
				return {
					ok: true,
					value: { reconnectNeeded: differs || (isOpen(found.value.session.state.kind) && password !== undefined) },
				};
			}),
		"connection.setPassword": ({ id, password }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const profile = { ...found.value.profile, hasPassword: password !== "" };
				const saved = await save(profile, password === "" ? null : password);
				if (!saved.ok) return saved;
				if (profile.hasPassword !== found.value.profile.hasPassword) list.updateProfile(profile);
				return DONE;
			}),
		"connection.remove": async ({ id }) => {
			let removal: Promise<unknown> = Promise.resolve();
			const removed = await takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const saved = await profiles.removeConnection(id);
				if (saved.ok) removal = forgetConnection(parts, passwords, id);
				return saved;
			});
			if (!removed.ok) return removed;
			// A broker that does not answer may keep the session's goodbye waiting; the next change need not wait for it.
			await removal;
			return DONE;
		},
	};
}

function isOpen(kind: string): boolean {
	return kind === "connected" || kind === "connecting";
}

/** An empty password is none. */
function splitDraft(
	draft: ConnectionDraft,
	id: string,
	hadPassword: boolean,
): { readonly profile: ConnectionProfile; readonly password: string | null | undefined } {
	const { password: given, ...fields } = draft;
	const password = given === "" ? null : given;
	return { profile: { ...fields, id, hasPassword: password === undefined ? hadPassword : password !== null }, password };
}
