/** One draft that two pages write: what each changed since they were last the same stands in both. */
import type { WrittenDraft } from "../../shared/model/written-draft.ts";
import type { ComposerDraft } from "./composer-draft.ts";

const PAYLOAD_FIELDS = ["text", "hex", "base64"] as const;

/** What can be kept elsewhere: all but the file, which only this page can read. */
export function selectWritten({ file: _, ...written }: ComposerDraft): WrittenDraft {
	return written;
}

export function isSameDraft(one: WrittenDraft, other: WrittenDraft): boolean {
	return listChanged(one, other).size === 0;
}

/**
 * The other's draft with what was changed here since `base`. Where the payload was changed here, it stays in the format that it is
 * written in: nobody is taken elsewhere in the middle of a word.
 */
export function mergeDrafts(own: WrittenDraft, base: WrittenDraft, other: WrittenDraft): WrittenDraft {
	const changed = listChanged(own, base);
	const isWriting = PAYLOAD_FIELDS.some((field) => changed.has(field));
	const ownPart = Object.fromEntries([...changed].map((field) => [field, own[field]])) as Partial<WrittenDraft>;
	return { ...other, ...ownPart, ...(isWriting ? { format: own.format } : {}) };
}

function listChanged(one: WrittenDraft, other: WrittenDraft): ReadonlySet<keyof WrittenDraft> {
	const fields = Object.keys(one) as (keyof WrittenDraft)[];
	return new Set(fields.filter((field) => !isSameValue(one[field], other[field])));
}

function isSameValue(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	return typeof one === "object" && JSON.stringify(one) === JSON.stringify(other);
}
