import type { Vault } from "../engine/ports.ts";

/** Secrets in this process alone. The browser mode has no keychain that it could trust; after a restart passwords are asked again. */
export function createMemoryVault(): Vault {
	const secrets = new Map<string, string>();
	return {
		survivesRestart: false,
		read: (key) => Promise.resolve(secrets.get(key) ?? null),
		write: (key, secret) => {
			secrets.set(key, secret);
			return Promise.resolve();
		},
		remove: (key) => {
			secrets.delete(key);
			return Promise.resolve();
		},
	};
}
