/** What a person is writing in a composer: each format's text as it was typed, whether or not it can be sent. */
import type { QoS } from "./message.ts";
import type { PayloadFormat, WrittenProperties } from "./written-message.ts";

export interface WrittenDraft {
	readonly topic: string;
	readonly format: PayloadFormat;
	/** Text and JSON are one text, the others each have their own: choosing another loses nothing. */
	readonly text: string;
	readonly hex: string;
	readonly base64: string;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly resolvesVariables: boolean;
	readonly properties: WrittenProperties;
}

/** Of one connection's draft: the engine has it in memory, and it crosses the link whole at each pause in the typing. */
export const MOST_DRAFT_BYTES = 1_048_576;
/** Of all connections' drafts together. */
export const MOST_DRAFTS_BYTES = 16 * MOST_DRAFT_BYTES;

/** All that was typed; its size is what the limits are about. */
export function listDraftTexts({ topic, text, hex, base64, properties }: WrittenDraft): readonly string[] {
	const { userProperties, payloadFormat: _choice, correlationSyntax: _other, ...fields } = properties;
	return [topic, text, hex, base64, ...Object.values(fields), ...userProperties.flatMap(({ key, value }) => [key, value])];
}
