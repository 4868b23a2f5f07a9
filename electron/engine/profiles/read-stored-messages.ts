import { savedMessage } from "../../../shared/contract/saved-message.ts";
import type { SavedMessage } from "../../../shared/model/saved-message.ts";

/** The saved messages of a document that may hold anything at all: one that breaks a rule, or has another's id, is left out and told. */
export function readStoredMessages(entries: unknown, tell: (problem: string) => void): readonly SavedMessage[] {
	if (!Array.isArray(entries)) {
		tell("the saved messages");
		return [];
	}
	const read = new Map<string, SavedMessage>();
	for (const [index, entry] of entries.entries()) {
		const one = savedMessage.safeParse(entry);
		if (one.success && !read.has(one.data.id)) read.set(one.data.id, one.data);
		else tell(`saved message ${index + 1}`);
	}
	return [...read.values()];
}
