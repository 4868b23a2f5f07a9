import type { ConnectionDraft, ConnectionProfile } from "../../../shared/model/connection.ts";
import { type ConnectionSecrets, isSecretAllowed, type SecretName } from "../../../shared/model/secret.ts";
import { listSecrets } from "./create-secret-store.ts";

export interface SplitDraft {
	readonly profile: ConnectionProfile;
	/** What goes into the vault. */
	readonly kept: ConnectionSecrets;
	/** What goes out of it, once the profile is saved. */
	readonly forgotten: readonly SecretName[];
}

/** Parts a draft into what is saved and what the vault keeps. An empty secret is none; one that the settings have no use for is forgotten. */
export function splitDraft(draft: ConnectionDraft, id: string, before: readonly SecretName[]): SplitDraft {
	const { secrets: changes, ...fields } = draft;
	const given = listSecrets(changes);
	const set = given.flatMap(([name, secret]) =>
		secret !== null && secret !== "" && isSecretAllowed(name, fields) ? [[name, secret] as const] : [],
	);
	const changed = new Set(given.map(([name]) => name));
	const left = before.filter((name) => !changed.has(name) && isSecretAllowed(name, fields));
	const secrets = [...left, ...set.map(([name]) => name)].toSorted();
	return {
		profile: { ...fields, id, secrets },
		kept: Object.fromEntries(set),
		forgotten: before.filter((name) => !secrets.includes(name)),
	};
}
