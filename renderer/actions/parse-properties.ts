import type { FieldProblem } from "../../shared/model/failure.ts";
import type { MessageProperties } from "../../shared/model/message.ts";
import type { WrittenProperties } from "../../shared/model/written-message.ts";
import { parseBytes } from "../../shared/payload/parse-bytes.ts";
import { checkMqttString } from "../../shared/topic/check-text.ts";
import { checkTopicName } from "../../shared/topic/check-topic.ts";

export interface ParsedProperties {
	/** Those that keep their rules. */
	readonly properties: MessageProperties;
	/** What the others break, by the name of their field. */
	readonly problems: readonly FieldProblem[];
}

const GREATEST_EXPIRY = 0xffff_ffff;
const GREATEST_ALIAS = 65_535;
const MOST_CORRELATION_BYTES = 65_535;

/** What was typed, as properties of a PUBLISH. [MQTT 5.0, 3.3.2.3] */
export function parseProperties(draft: WrittenProperties): ParsedProperties {
	const problems: FieldProblem[] = [];
	const properties: { -readonly [Name in keyof MessageProperties]: MessageProperties[Name] } = {};
	if (draft.payloadFormat !== "unset") properties.payloadIsUtf8 = draft.payloadFormat === "utf8";
	const expiry = readNumber("messageExpiry", draft.messageExpiry, 0, GREATEST_EXPIRY, problems);
	if (expiry !== null) properties.messageExpirySeconds = expiry;
	const alias = readNumber("topicAlias", draft.topicAlias, 1, GREATEST_ALIAS, problems);
	if (alias !== null) properties.topicAlias = alias;
	if (draft.contentType !== "") {
		const rule = checkMqttString(draft.contentType);
		if (rule === null) properties.contentType = draft.contentType;
		else problems.push({ field: "contentType", rule });
	}
	if (draft.responseTopic !== "") {
		const rule = checkTopicName(draft.responseTopic);
		if (rule === null) properties.responseTopic = draft.responseTopic;
		else problems.push({ field: "responseTopic", rule });
	}
	if (draft.correlation !== "") {
		const bytes = draft.correlation.isWellFormed() ? parseBytes(draft.correlation, draft.correlationSyntax) : null;
		if (bytes === null) problems.push({ field: "correlation", rule: "wrong-shape" });
		else if (bytes.byteLength > MOST_CORRELATION_BYTES) problems.push({ field: "correlation", rule: "too-long" });
		else properties.correlationData = bytes;
	}
	const pairs = draft.userProperties.filter(({ key, value }) => key !== "" || value !== "");
	const wrong = pairs.flatMap(({ key, value }) => checkMqttString(key) ?? checkMqttString(value) ?? []);
	if (wrong[0] !== undefined) problems.push({ field: "userProperties", rule: wrong[0] });
	else if (pairs.length > 0) properties.userProperties = pairs;
	return { properties, problems };
}

/** How many properties would be sent. */
export function countProperties({ userProperties, ...others }: MessageProperties): number {
	return Object.keys(others).length + (userProperties?.length ?? 0);
}

function readNumber(field: string, typed: string, least: number, most: number, problems: FieldProblem[]): number | null {
	const text = typed.trim();
	if (text === "") return null;
	const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
	if (value >= least && value <= most) return value;
	problems.push({ field, rule: "out-of-range", detail: { least, most } });
	return null;
}
