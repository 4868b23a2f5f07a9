/** What is done with a connection and not saved: connect, disconnect, drop, clear, mark as read. */
import type { Handlers } from "../../../shared/contract/contract.ts";
import { createFailure, createSecretsFailure } from "../../../shared/model/create-failure.ts";
import { selectMissingSecrets } from "../../../shared/model/secret.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";
import type { SecretStore } from "./create-secret-store.ts";

type Act = "connect" | "disconnect" | "disconnectWithWill" | "drop" | "clearHistory" | "markRead";

export function createConnectionActs(parts: CommandParts, store: SecretStore): Pick<Handlers, `connection.${Act}`> {
	return {
		"connection.connect": async ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			const { profile, session } = found.value;
			const missing = selectMissingSecrets(profile, await store.read(id, profile.secrets));
			if (missing.length > 0) return { ok: false, failure: createSecretsFailure(profile.name, missing) };
			session.connect();
			return DONE;
		},
		"connection.disconnect": async ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			await found.value.session.disconnect();
			return DONE;
		},
		"connection.disconnectWithWill": async ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			const { profile, session } = found.value;
			if (profile.version !== "5.0" || profile.will === null) return { ok: false, failure: createFailure("no-will-to-send") };
			await session.disconnect(true);
			return DONE;
		},
		"connection.drop": ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			found.value.session.drop();
			return DONE;
		},
		"connection.clearHistory": async ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			await found.value.conversation.clear();
			return DONE;
		},
		"connection.markRead": ({ id, seq }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			found.value.conversation.markRead(seq);
			return DONE;
		},
	};
}
