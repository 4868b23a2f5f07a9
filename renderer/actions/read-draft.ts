import { type Message, type MessageProperties, PREVIEW_BYTES } from "../../shared/model/message.ts";
import type { WrittenProperties } from "../../shared/model/written-message.ts";
import { decodeText } from "../../shared/payload/decode-text.ts";
import { hasManyControls } from "../../shared/payload/detect-payload.ts";
import { encodeBase64 } from "../../shared/payload/encode-base64.ts";
import { formatHex } from "../../shared/payload/format-hex.ts";
import { formatJsonInSteps } from "../../shared/payload/format-json.ts";
import { type ComposerDraft, EMPTY_DRAFT } from "../state/composer-draft.ts";
import { driveSteps } from "./drive-steps.ts";

/** A message with its whole payload, as it would have been written. Its variables have their values: braces in it are braces. */
export async function readDraft({ topic, qos, retain, payload, properties = {} }: Message): Promise<ComposerDraft> {
	const common = { ...EMPTY_DRAFT, topic, qos, retain, properties: readProperties(properties) };
	const text = decodeText(payload);
	if (text !== null && !hasManyControls(text)) {
		const isJson = /^\s*[[{]/.test(text) && (await driveSteps(formatJsonInSteps(text)))?.ok === true;
		return { ...common, text, format: isJson ? "json" : "text" };
	}
	if (payload.byteLength <= PREVIEW_BYTES) return { ...common, hex: formatHex(payload), format: "hex" };
	return { ...common, base64: encodeBase64(payload), format: "base64" };
}

function readProperties(properties: MessageProperties): WrittenProperties {
	const { payloadIsUtf8, messageExpirySeconds, topicAlias, contentType, responseTopic, correlationData } = properties;
	return {
		payloadFormat: payloadIsUtf8 === undefined ? "unset" : payloadIsUtf8 ? "utf8" : "bytes",
		messageExpiry: messageExpirySeconds === undefined ? "" : String(messageExpirySeconds),
		topicAlias: topicAlias === undefined ? "" : String(topicAlias),
		contentType: contentType ?? "",
		responseTopic: responseTopic ?? "",
		...readCorrelation(correlationData),
		userProperties: properties.userProperties ?? [],
	};
}

/** As text where it is some, otherwise as hex. */
export function readCorrelation(data: Uint8Array | undefined): Pick<WrittenProperties, "correlation" | "correlationSyntax"> {
	if (data === undefined) return { correlation: "", correlationSyntax: "text" };
	const text = decodeText(data);
	// A control character in a field of one line would be lost in it.
	const isText = text !== null && !/\p{Cc}/u.test(text);
	return isText ? { correlation: text, correlationSyntax: "text" } : { correlation: formatHex(data), correlationSyntax: "hex" };
}
