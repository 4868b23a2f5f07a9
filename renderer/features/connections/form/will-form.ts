/** The last will as a person types it. What is no text is typed as hex or base64, so that any bytes can be said and none are changed. */
import { willProperties } from "../../../../shared/contract/connect-fields.ts";
import type { LastWill, WillPayloadSyntax, WillProperties } from "../../../../shared/model/connection.ts";
import type { FieldProblem, Rule } from "../../../../shared/model/failure.ts";
import type { QoS, UserProperty } from "../../../../shared/model/message.ts";
import { formatAs, parseBytes } from "../../../../shared/payload/parse-bytes.ts";
import { type Choice, formatChoice, formatOptional, parseChoice } from "./connect-properties-form.ts";
import { parseWholeNumber } from "./parse-whole-number.ts";

export interface WillForm {
	readonly isOn: boolean;
	readonly topic: string;
	readonly payload: string;
	readonly payloadSyntax: WillPayloadSyntax;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly delaySeconds: string;
	readonly payloadIsUtf8: Choice;
	readonly messageExpirySeconds: string;
	readonly contentType: string;
	readonly responseTopic: string;
	readonly correlationData: string;
	readonly correlationSyntax: "text" | "hex" | "base64";
	readonly userProperties: readonly UserProperty[];
}

const NONE: LastWill = {
	topic: "",
	payload: new Uint8Array(),
	payloadSyntax: "text",
	qos: 0,
	retain: false,
	delaySeconds: 0,
	properties: {},
};

export function readWillForm(will: LastWill | null): WillForm {
	const { topic, payload, payloadSyntax, qos, retain, delaySeconds, properties } = will ?? NONE;
	const text = formatAs(payload, payloadSyntax);
	const correlation = properties.correlationData ?? new Uint8Array();
	const correlationText = formatAs(correlation, "text");
	return {
		isOn: will !== null,
		topic,
		payload: text ?? formatAs(payload, "hex") ?? "",
		payloadSyntax: text === null ? "hex" : payloadSyntax,
		qos,
		retain,
		delaySeconds: String(delaySeconds),
		payloadIsUtf8: formatChoice(properties.payloadIsUtf8),
		messageExpirySeconds: formatOptional(properties.messageExpirySeconds),
		contentType: properties.contentType ?? "",
		responseTopic: properties.responseTopic ?? "",
		correlationData: correlationText ?? formatAs(correlation, "hex") ?? "",
		correlationSyntax: correlationText === null ? "hex" : "text",
		userProperties: properties.userProperties ?? [],
	};
}

/** The same bytes in another way of typing them; where that way has none for them, what is typed stays as it is. */
export function applyPayloadSyntax(form: WillForm, payloadSyntax: WillPayloadSyntax): WillForm {
	return { ...form, payloadSyntax, payload: convert(form.payload, form.payloadSyntax, payloadSyntax) };
}

export function applyCorrelationSyntax(form: WillForm, correlationSyntax: WillForm["correlationSyntax"]): WillForm {
	return {
		...form,
		correlationSyntax,
		correlationData: convert(form.correlationData, form.correlationSyntax, correlationSyntax),
	};
}

/** What would be sent; bytes that cannot be read are empty here and a problem in `readWillProblems`. */
export function readWill(form: WillForm, isFive: boolean): unknown {
	if (!form.isOn) return null;
	const properties = readProperties(form);
	return {
		topic: form.topic,
		payload: parseBytes(form.payload, form.payloadSyntax) ?? new Uint8Array(),
		payloadSyntax: form.payloadSyntax,
		qos: form.qos,
		retain: form.retain,
		delaySeconds: isFive ? parseWholeNumber(form.delaySeconds) : 0,
		// Before MQTT 5 nobody sees these fields: what is wrong in them holds nobody up.
		properties: isFive || willProperties.safeParse(properties).success ? properties : {},
	};
}

export function readWillProblems(form: WillForm, isFive: boolean): readonly FieldProblem[] {
	if (!form.isOn) return [];
	const problems: FieldProblem[] = [];
	if (parseBytes(form.payload, form.payloadSyntax) === null) {
		problems.push({ field: "will.payload", rule: RULES[form.payloadSyntax] });
	}
	if (isFive && parseBytes(form.correlationData, form.correlationSyntax) === null) {
		problems.push({ field: "will.properties.correlationData", rule: RULES[form.correlationSyntax] });
	}
	return problems;
}

const RULES = {
	text: "wrong-shape",
	json: "json-invalid",
	hex: "hex-invalid",
	base64: "base64-invalid",
} as const satisfies Record<WillPayloadSyntax, Rule>;

/** Empty is not sent. A correlation without bytes says nothing, nor does a content type without characters. */
function readProperties(form: WillForm): WillProperties {
	const payloadIsUtf8 = parseChoice(form.payloadIsUtf8);
	const messageExpirySeconds = parseWholeNumber(form.messageExpirySeconds);
	const correlationData = parseBytes(form.correlationData, form.correlationSyntax);
	return {
		...(payloadIsUtf8 === null ? {} : { payloadIsUtf8 }),
		...(messageExpirySeconds === undefined ? {} : { messageExpirySeconds }),
		...(form.contentType === "" ? {} : { contentType: form.contentType }),
		...(form.responseTopic === "" ? {} : { responseTopic: form.responseTopic }),
		...(correlationData === null || correlationData.byteLength === 0 ? {} : { correlationData }),
		...(form.userProperties.length === 0 ? {} : { userProperties: form.userProperties }),
	};
}

function convert(text: string, from: WillPayloadSyntax, to: WillPayloadSyntax): string {
	const bytes = parseBytes(text, from);
	return bytes === null ? text : (formatAs(bytes, to) ?? text);
}
