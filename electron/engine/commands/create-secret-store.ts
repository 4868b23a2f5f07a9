/** The secrets of the connections, in the vault alone. Which a connection has stands in its profile. */
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { type ConnectionSecrets, isSecretName, type SecretChanges, type SecretName } from "../../../shared/model/secret.ts";
import type { EnginePorts } from "../ports.ts";
import { DONE } from "./command-parts.ts";

export interface SecretStore {
	/** Those of the named that the vault has; none where it cannot be opened. */
	read(connectionId: string, names: readonly SecretName[]): Promise<ConnectionSecrets>;
	/** null = there is none any more. Answers `secret-not-kept` where the vault refuses one; those before it are kept. */
	write(connectionId: string, changes: SecretChanges): Promise<Result<null>>;
	/** Gives another connection the same secrets, as far as the vault has them. */
	copy(fromId: string, toId: string, names: readonly SecretName[]): Promise<Result<null>>;
	remove(connectionId: string, names: readonly SecretName[]): Promise<void>;
}

export function createSecretStore({ vault, log }: Pick<EnginePorts, "vault" | "log">): SecretStore {
	const keyOf = (connectionId: string, name: SecretName) => `connection/${connectionId}/${name}`;

	const readOne = async (connectionId: string, name: SecretName): Promise<string | null> => {
		try {
			return await vault.read(keyOf(connectionId, name));
		} catch {
			log.write("warning", "vault-read-failed");
			return null;
		}
	};

	const writeOne = async (connectionId: string, name: SecretName, secret: string | null): Promise<Result<null>> => {
		try {
			if (secret === null) await vault.remove(keyOf(connectionId, name));
			else await vault.write(keyOf(connectionId, name), secret);
			return DONE;
		} catch (error) {
			// A vault may quote what it was given; only the kind of trouble is told.
			const cause = (error as NodeJS.ErrnoException | null)?.code ?? "it refused";
			log.write("error", "vault-write-failed", { cause });
			return secret === null ? DONE : { ok: false, failure: createFailure("secret-not-kept", { cause }) };
		}
	};

	const store: SecretStore = {
		async read(connectionId, names) {
			const found: Partial<Record<SecretName, string>> = {};
			for (const name of names) {
				const secret = await readOne(connectionId, name);
				if (secret !== null) found[name] = secret;
			}
			return found;
		},
		async write(connectionId, changes) {
			for (const [name, secret] of listSecrets(changes)) {
				const written = await writeOne(connectionId, name, secret);
				if (!written.ok) return written;
			}
			return DONE;
		},
		copy: async (fromId, toId, names) => store.write(toId, await store.read(fromId, names)),
		async remove(connectionId, names) {
			for (const name of names) await writeOne(connectionId, name, null);
		},
	};
	return store;
}

/** The changes one by one; what a stranger may have put among them is left out. */
export function listSecrets(changes: SecretChanges): readonly (readonly [SecretName, string | null])[] {
	return Object.entries(changes).flatMap(([name, secret]) =>
		isSecretName(name) && secret !== undefined ? [[name, secret] as const] : [],
	);
}
