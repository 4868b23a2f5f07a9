import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { savedMessageCommands } from "../../../shared/contract/saved-message.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { MOST_SAVED_MESSAGES, type SavedMessage } from "../../../shared/model/saved-message.ts";
import { type CommandParts, DONE } from "./command-parts.ts";
import { parseSavedMessages } from "./parse-saved-messages.ts";

type SavedMessageHandlers = Pick<Handlers, keyof typeof savedMessageCommands>;

const TOO_MANY = { ok: false, failure: createFailure("too-many-saved-messages", { most: MOST_SAVED_MESSAGES }) } as const;

export function createSavedMessageCommands({ profiles, takeTurn }: CommandParts): SavedMessageHandlers {
	return {
		"savedMessage.save": ({ id, ...given }) =>
			takeTurn(async () => {
				const before = profiles.savedMessages;
				const saved: SavedMessage = { ...given, id: id ?? randomUUID() };
				const index = before.findIndex((each) => each.id === id);
				// Saved over in one window and deleted in another: what is saved last is there.
				if (index === -1 && before.length >= MOST_SAVED_MESSAGES) return TOO_MANY;
				const after = index === -1 ? [...before, saved] : before.with(index, saved);
				const written = await profiles.saveMessages(after);
				return written.ok ? { ok: true, value: { id: saved.id } } : written;
			}),
		"savedMessage.remove": ({ id }) =>
			takeTurn(async () => {
				const rest = profiles.savedMessages.filter((each) => each.id !== id);
				// Gone is what was wanted.
				return rest.length === profiles.savedMessages.length ? DONE : profiles.saveMessages(rest);
			}),
		"savedMessage.import": ({ text }) =>
			takeTurn(async () => {
				const parsed = parseSavedMessages(text);
				if (!parsed.ok) return parsed;
				const added = parsed.value.map((each): SavedMessage => ({ ...each, id: randomUUID(), connectionId: null }));
				const after = [...profiles.savedMessages, ...added];
				if (after.length > MOST_SAVED_MESSAGES) return TOO_MANY;
				const written = await profiles.saveMessages(after);
				return written.ok ? { ok: true, value: { added: added.length } } : written;
			}),
	};
}
