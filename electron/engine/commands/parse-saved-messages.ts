import { readProblems } from "../../../shared/contract/field.ts";
import { SAVED_MESSAGES_VERSION, type SavedMessagesFile, savedMessagesFile } from "../../../shared/contract/saved-message.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";

/** A file of saved messages, whole or not at all. */
export function parseSavedMessages(text: string): Result<SavedMessagesFile["messages"]> {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return refuse("JSON");
	}
	const version = readVersion(parsed);
	if (version !== null && version > SAVED_MESSAGES_VERSION) {
		return { ok: false, failure: createFailure("saved-messages-newer", { version }) };
	}
	const read = savedMessagesFile.safeParse(parsed);
	return read.success ? { ok: true, value: read.data.messages } : refuse(readProblems(read.error)[0]?.field ?? "");
}

function readVersion(value: unknown): number | null {
	if (typeof value !== "object" || value === null || !("version" in value) || !("format" in value)) return null;
	return value.format === "parley-saved-messages" && typeof value.version === "number" ? value.version : null;
}

/** `place`: where in the file it is wrong. */
function refuse(place: string): { readonly ok: false; readonly failure: ReturnType<typeof createFailure> } {
	return { ok: false, failure: createFailure("saved-messages-unreadable", { place }) };
}
