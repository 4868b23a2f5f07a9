/** What is saved about connections: create, update, remove, secrets. Saved first; only then do the session and the page hear of it. */
import { randomUUID } from "node:crypto";
import type { connectionCommands } from "../../../shared/contract/connection.ts";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { createInputFailure } from "../../../shared/model/create-failure.ts";
import type { SavePlace } from "../profiles/profiles.ts";
import { describeCertificate, readCertificates } from "../session/transport/read-certificate.ts";
import { forgetConnection, showArrangement } from "./arrange-connections.ts";
import { checkConnection } from "./check-connection.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";
import { createConnectionActs } from "./create-connection-acts.ts";
import { createPlaceCommands } from "./create-place-commands.ts";
import { createSecretStore, listSecrets } from "./create-secret-store.ts";
import { type SplitDraft, splitDraft } from "./split-draft.ts";

export type ConnectionHandlers = Pick<Handlers, keyof typeof connectionCommands>;

export function createConnectionCommands(parts: CommandParts): ConnectionHandlers {
	const { profiles, list, takeTurn } = parts;
	const store = createSecretStore(parts.ports);

	/** Puts the secrets in place, saves, and puts the old ones back where saving fails. */
	const save = async ({ profile, kept, forgotten }: SplitDraft, place: SavePlace = {}): Promise<Result<null>> => {
		const { id } = profile;
		const before = await store.read(id, profile.secrets);
		const problem = checkConnection(profile, { ...before, ...kept }, place.folderId, parts);
		if (problem !== null) return { ok: false, failure: problem };
		const putBack = async () => {
			for (const [name] of listSecrets(kept)) await store.write(id, { [name]: before[name] ?? null });
		};
		const written = await store.write(id, kept);
		const subscriptions = list.find(id)?.subscriptions ?? [];
		const saved = written.ok ? await profiles.saveConnection({ profile, subscriptions }, place) : written;
		if (saved.ok) await store.remove(id, forgotten);
		else await putBack();
		return saved;
	};

	return {
		...createConnectionActs(parts, store),
		...createPlaceCommands(parts, store),
		"connection.create": ({ draft, folderId = null }) =>
			takeTurn(async () => {
				const split = splitDraft(draft, randomUUID(), []);
				const saved = await save(split, { folderId });
				if (!saved.ok) return saved;
				list.add({ profile: split.profile, subscriptions: [], folderId });
				return { ok: true, value: { id: split.profile.id } };
			}),
		"connection.update": ({ id, draft, folderId }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const split = splitDraft(draft, id, found.value.profile.secrets);
				const saved = await save(split, { folderId });
				if (!saved.ok) return saved;
				if (folderId !== undefined) showArrangement(parts);
				const differs = list.updateProfile(split.profile);
				const hasNewSecrets = listSecrets(split.kept).length + split.forgotten.length > 0;
				return {
					ok: true,
					value: { reconnectNeeded: differs || (isOpen(found.value.session.state.kind) && hasNewSecrets) },
				};
			}),
		"connection.setSecrets": ({ id, secrets }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const { id: _, secrets: before, ...fields } = found.value.profile;
				const split = splitDraft({ ...fields, secrets }, id, before);
				const saved = await save(split);
				if (saved.ok) list.updateProfile(split.profile);
				return saved;
			}),
		"connection.pinCertificate": ({ id, fingerprint }) =>
			takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const { profile, subscriptions } = found.value;
				const pinned = { ...profile, tls: { ...profile.tls, pinnedFingerprint: fingerprint } };
				const saved = await profiles.saveConnection({ profile: pinned, subscriptions });
				if (saved.ok) list.updateProfile(pinned);
				return saved;
			}),
		"connection.remove": async ({ id }) => {
			let removal: Promise<unknown> = Promise.resolve();
			const removed = await takeTurn(async () => {
				const found = findConnection(parts, id);
				if (!found.ok) return found;
				const saved = await profiles.removeConnection(id);
				if (saved.ok) removal = forgetConnection(parts, store, found.value.profile);
				return saved;
			});
			if (!removed.ok) return removed;
			// A broker that does not answer may keep the session's goodbye waiting; the next change need not wait for it.
			await removal;
			return DONE;
		},
		"certificate.read": ({ content }) => {
			const certificates = readCertificates(content);
			if (certificates === null)
				return { ok: false, failure: createInputFailure([{ field: "content", rule: "certificate-invalid" }]) };
			return {
				ok: true,
				value: certificates.map((certificate) => ({
					pem: certificate.toString().trim(),
					facts: describeCertificate(certificate),
				})),
			};
		},
	};
}

function isOpen(kind: string): boolean {
	return kind === "connected" || kind === "connecting";
}
