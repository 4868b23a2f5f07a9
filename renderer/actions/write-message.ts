/** Between what stands in a composer and what is saved of it. */
import type { Result } from "../../shared/contract/spec.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import { MOST_SAVED_CHARACTERS, MOST_SAVED_FILE_BYTES } from "../../shared/model/saved-message.ts";
import type { WrittenMessage } from "../../shared/model/written-message.ts";
import { encodeBase64 } from "../../shared/payload/encode-base64.ts";
import { parseBase64 } from "../../shared/payload/parse-bytes.ts";
import { type ComposerDraft, EMPTY_DRAFT, selectPayloadText, selectTextField } from "../state/composer-draft.ts";

export async function writeMessage(draft: ComposerDraft, name: string): Promise<Result<WrittenMessage>> {
	const { topic, format, qos, retain, resolvesVariables, properties, file } = draft;
	const payload = selectPayloadText(draft);
	const bytes = format === "file" ? (file?.bytes ?? 0) : payload.length;
	const most = format === "file" ? MOST_SAVED_FILE_BYTES : MOST_SAVED_CHARACTERS;
	const tooLarge = { ok: false, failure: createFailure("file-too-large-to-save", { name, bytes, most }) } as const;
	if (bytes > most) return tooLarge;
	const common = { topic, format, payload, qos, retain, resolvesVariables, properties };
	if (format !== "file" || file === null) return { ok: true, value: { ...common, file: null } };
	try {
		const content = await file.read();
		// It may have grown since it was chosen.
		if (content.byteLength > MOST_SAVED_FILE_BYTES) return tooLarge;
		return { ok: true, value: { ...common, file: { name: file.name, base64: encodeBase64(content) } } };
	} catch {
		return { ok: false, failure: createFailure("file-unreadable", { name: file.name }) };
	}
}

export function readWritten({ payload, file, ...written }: WrittenMessage): ComposerDraft {
	const field = selectTextField(written.format);
	const draft = { ...EMPTY_DRAFT, ...written };
	if (field !== null) return { ...draft, [field]: payload };
	const content = parseBase64(file?.base64 ?? "") ?? new Uint8Array(0);
	return file === null
		? draft
		: { ...draft, file: { name: file.name, bytes: content.byteLength, read: () => Promise.resolve(content) } };
}
