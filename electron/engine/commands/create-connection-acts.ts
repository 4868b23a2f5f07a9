/** What is done with a connection and not saved: connect, disconnect, drop, clear, mark as read. */
import type { Handlers } from "../../../shared/contract/contract.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";
import type { Passwords } from "./create-passwords.ts";

type Act = "connect" | "disconnect" | "disconnectWithWill" | "drop" | "clearHistory" | "markRead";

export function createConnectionActs(parts: CommandParts, passwords: Passwords): Pick<Handlers, `connection.${Act}`> {
	return {
		"connection.connect": async ({ id }) => {
			const found = findConnection(parts, id);
			if (!found.ok) return found;
			const { profile, session } = found.value;
			if (profile.hasPassword && (await passwords.read(id)) === null) {
				return { ok: false, failure: createFailure("password-needed", { name: profile.name }) };
			}
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
