/** Where a connection stands among the others, and a second one like it. */
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import { readFreeName } from "../../../shared/model/connection-folder.ts";
import { createClientId } from "../../../shared/model/create-client-id.ts";
import { findProblem, placeBefore, readNames, showArrangement } from "./arrange-connections.ts";
import { type CommandParts, findConnection } from "./command-parts.ts";
import type { Passwords } from "./create-passwords.ts";

export function createPlaceCommands(
	parts: CommandParts,
	passwords: Passwords,
): Pick<Handlers, "connection.move" | "connection.duplicate"> {
	const { profiles, list, takeTurn } = parts;
	return {
		"connection.move": ({ id, folderId, beforeId }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const problem = findProblem(found.value.profile, folderId, parts);
				if (problem !== null) return { ok: false, failure: problem };
				const places = [...list.all].map((each) => ({ id: each.profile.id, folderId: each.folderId }));
				const saved = await profiles.saveArrangement({
					folders: profiles.folders,
					places: placeBefore(places, { id, folderId }, beforeId),
				});
				if (saved.ok) showArrangement(parts);
				return saved;
			}),
		/** Two clients with one id would throw each other out, so that the copy gets its own; where the broker assigns it, it still does. */
		"connection.duplicate": ({ id }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const { profile: original, subscriptions, folderId } = found.value;
				const profile = {
					...original,
					id: randomUUID(),
					name: readFreeName(original.name.trim(), readNames(parts, folderId, "")),
					clientId: original.clientId === "" ? "" : createClientId(),
				};
				const password = original.hasPassword ? await passwords.read(id) : null;
				if (password !== null) {
					const kept = await passwords.write(profile.id, password);
					if (!kept.ok) return kept;
				}
				const stored = { profile, subscriptions: subscriptions.map((each) => ({ ...each, id: randomUUID() })), folderId };
				const saved = await profiles.saveConnection(stored, { folderId, afterId: id });
				if (!saved.ok) {
					await passwords.write(profile.id, null);
					return saved;
				}
				list.add(stored);
				showArrangement(parts);
				return { ok: true, value: { id: profile.id, clientIdChanged: profile.clientId !== "" } };
			}),
	};
}
