/** A message as it is being written: all that was typed, whether or not it can be sent. */
import type { WrittenDraft } from "../../shared/model/written-draft.ts";
import type { PayloadFormat, WrittenProperties } from "../../shared/model/written-message.ts";
import { type ByteSyntax, formatAs, parseBytes } from "../../shared/payload/parse-bytes.ts";

/** A file as payload; its bytes are read when they are sent. */
export interface PayloadFile {
	readonly name: string;
	readonly bytes: number;
	/** Rejects where it cannot be read any more. */
	readonly read: () => Promise<Uint8Array>;
}

export interface ComposerDraft extends WrittenDraft {
	readonly file: PayloadFile | null;
}

export const EMPTY_PROPERTIES: WrittenProperties = {
	payloadFormat: "unset",
	messageExpiry: "",
	topicAlias: "",
	contentType: "",
	responseTopic: "",
	correlation: "",
	correlationSyntax: "text",
	userProperties: [],
};

export const EMPTY_DRAFT: ComposerDraft = {
	topic: "",
	format: "text",
	text: "",
	hex: "",
	base64: "",
	file: null,
	qos: 0,
	retain: false,
	resolvesVariables: false,
	properties: EMPTY_PROPERTIES,
};

/** Which of the draft's texts the format edits; null = none. */
export function selectTextField(format: PayloadFormat): "text" | "hex" | "base64" | null {
	return format === "file" ? null : format === "json" ? "text" : format;
}

export function selectPayloadText(draft: ComposerDraft): string {
	const field = selectTextField(draft.format);
	return field === null ? "" : draft[field];
}

/**
 * The draft in another format: the bytes stay what they are, as far as that format can say them. What stood in it already stays as it
 * was typed where it says the same bytes, and also where they cannot be said.
 */
export function switchFormat(draft: ComposerDraft, format: PayloadFormat): Partial<ComposerDraft> {
	const from = selectTextField(draft.format);
	const to = selectTextField(format);
	if (from === null || to === null || from === to || !draft[from].isWellFormed()) return { format };
	const bytes = parseBytes(draft[from], from);
	const standing = draft[to].isWellFormed() ? parseBytes(draft[to], to) : null;
	if (bytes === null || (standing !== null && isSame(bytes, standing))) return { format };
	const text = formatAs(bytes, to);
	return text === null ? { format } : { format, [to]: text };
}

/** Whether the format can say the draft's bytes; true also where there are none that could be said. */
export function canSayIn(draft: ComposerDraft, format: PayloadFormat): boolean {
	const from = selectTextField(draft.format);
	const to = selectTextField(format);
	if (from === null || to === null || from === to) return true;
	const bytes = parseBytes(draft[from], from);
	return bytes === null || formatAs(bytes, to satisfies ByteSyntax) !== null;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);
}
