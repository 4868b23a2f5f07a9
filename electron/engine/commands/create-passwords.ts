/**
 * The passwords of the connections, in the vault alone. Whether there is one is in the profile, so that one that is missing (after a
 * restart of the browser mode, say) can be told from one that never was.
 */
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { EnginePorts } from "../ports.ts";
import { DONE } from "./command-parts.ts";

export interface Passwords {
	/** null also where the vault cannot be opened. */
	read(connectionId: string): Promise<string | null>;
	/** null = there is none any more. Answers `password-not-kept` where the vault refuses. */
	write(connectionId: string, password: string | null): Promise<Result<null>>;
}

export function createPasswords({ vault, log }: Pick<EnginePorts, "vault" | "log">): Passwords {
	const keyOf = (connectionId: string) => `connection/${connectionId}/password`;
	return {
		async read(connectionId) {
			try {
				return await vault.read(keyOf(connectionId));
			} catch {
				log.write("warning", "vault-read-failed");
				return null;
			}
		},
		async write(connectionId, password) {
			try {
				if (password === null) await vault.remove(keyOf(connectionId));
				else await vault.write(keyOf(connectionId), password);
				return DONE;
			} catch (error) {
				// A vault may quote what it was given; only the kind of trouble is told.
				const cause = (error as NodeJS.ErrnoException | null)?.code ?? "it refused";
				log.write("error", "vault-write-failed", { cause });
				return password === null ? DONE : { ok: false, failure: createFailure("password-not-kept", { cause }) };
			}
		},
	};
}
