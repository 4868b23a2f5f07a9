/** What MQTT 5 lets CONNECT say besides, as a person types it: an empty text is unset. */
import { connectProperties } from "../../../../shared/contract/connect-fields.ts";
import type { ConnectProperties } from "../../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../../shared/model/connection-defaults.ts";
import type { UserProperty } from "../../../../shared/model/message.ts";
import { parseWholeNumber } from "./parse-whole-number.ts";

export type Choice = "unset" | "no" | "yes";

export interface ConnectPropertiesForm {
	readonly receiveMaximum: string;
	readonly maximumPacketBytes: string;
	readonly topicAliasMaximum: string;
	readonly requestResponseInformation: Choice;
	readonly requestProblemInformation: Choice;
	readonly userProperties: readonly UserProperty[];
}

export function readConnectPropertiesForm(properties: ConnectProperties): ConnectPropertiesForm {
	return {
		receiveMaximum: formatOptional(properties.receiveMaximum),
		maximumPacketBytes: formatOptional(properties.maximumPacketBytes),
		topicAliasMaximum: formatOptional(properties.topicAliasMaximum),
		requestResponseInformation: formatChoice(properties.requestResponseInformation),
		requestProblemInformation: formatChoice(properties.requestProblemInformation),
		userProperties: properties.userProperties,
	};
}

/** Before MQTT 5 nobody sees these fields, so that what is wrong in them is left out and holds nobody up. */
export function readConnectProperties(form: ConnectPropertiesForm, isFive: boolean): ConnectProperties {
	const typed = {
		receiveMaximum: parseWholeNumber(form.receiveMaximum) ?? null,
		maximumPacketBytes: parseWholeNumber(form.maximumPacketBytes) ?? null,
		topicAliasMaximum: parseWholeNumber(form.topicAliasMaximum) ?? null,
		requestResponseInformation: parseChoice(form.requestResponseInformation),
		requestProblemInformation: parseChoice(form.requestProblemInformation),
		userProperties: form.userProperties,
	};
	return isFive || connectProperties.safeParse(typed).success ? typed : CONNECTION_DEFAULTS.properties;
}

export function formatOptional(value: number | null | undefined): string {
	return value === null || value === undefined ? "" : String(value);
}

export function formatChoice(value: boolean | null | undefined): Choice {
	if (value === null || value === undefined) return "unset";
	return value ? "yes" : "no";
}

export function parseChoice(choice: Choice): boolean | null {
	return choice === "unset" ? null : choice === "yes";
}
