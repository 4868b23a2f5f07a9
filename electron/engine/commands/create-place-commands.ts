/** Where a connection stands among the others, and a second one like it. */
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import { readFreeName } from "../../../shared/model/connection-folder.ts";
import { createClientId } from "../../../shared/model/create-client-id.ts";
import { findPlaceProblem, placeBefore, readNames, showArrangement } from "./arrange-connections.ts";
import { type CommandParts, findConnection } from "./command-parts.ts";
import type { SecretStore } from "./create-secret-store.ts";

export function createPlaceCommands(
	parts: CommandParts,
	store: SecretStore,
): Pick<Handlers, "connection.move" | "connection.duplicate"> {
	const { profiles, list, takeTurn } = parts;
	return {
		"connection.move": ({ id, folderId, beforeId }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const problem = findPlaceProblem(found.value.profile, folderId, parts);
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
				const kept = await store.copy(id, profile.id, profile.secrets);
				const stored = { profile, subscriptions: subscriptions.map((each) => ({ ...each, id: randomUUID() })), folderId };
				const saved = kept.ok ? await profiles.saveConnection(stored, { folderId, afterId: id }) : kept;
				if (!saved.ok) {
					await store.remove(profile.id, profile.secrets);
					return saved;
				}
				list.add(stored);
				showArrangement(parts);
				return { ok: true, value: { id: profile.id, clientIdChanged: profile.clientId !== "" } };
			}),
	};
}
