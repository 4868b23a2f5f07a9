import type { SecretChanges, SecretName } from "../../../../shared/model/secret.ts";

/** A secret in the form: a stored one is never shown; it is kept, replaced by what is typed, or removed. */
export interface SecretForm {
	readonly text: string;
	readonly stored: "none" | "keep" | "remove";
}

export type SecretForms = { readonly [Name in SecretName]?: SecretForm };

const NO_SECRET: SecretForm = { text: "", stored: "none" };

export function createSecretForms(stored: readonly SecretName[]): SecretForms {
	return Object.fromEntries(stored.map((name) => [name, { text: "", stored: "keep" } satisfies SecretForm]));
}

export function selectSecret(secrets: SecretForms, name: SecretName): SecretForm {
	return secrets[name] ?? NO_SECRET;
}

export function applySecret(secrets: SecretForms, name: SecretName, change: Partial<SecretForm>): SecretForms {
	return { ...secrets, [name]: { ...selectSecret(secrets, name), ...change } };
}

/** What the engine is told: what was typed, and what is to go. */
export function readSecretChanges(secrets: SecretForms): SecretChanges {
	const changes = Object.entries(secrets).flatMap(([name, secret]): [string, string | null][] => {
		const { text, stored } = secret ?? NO_SECRET;
		if (text !== "") return [[name, text]];
		return stored === "remove" ? [[name, null]] : [];
	});
	return Object.fromEntries(changes);
}
