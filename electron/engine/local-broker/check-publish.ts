/**
 * What a client publishes, or leaves as its will, before the built-in broker passes it on: the library checks little of it, and a strict
 * receiver must hang up on a PUBLISH that MQTT forbids, so that one careless client would throw out all its listeners.
 */
import { checkMqttString } from "../../../shared/topic/check-text.ts";
import { checkTopicName } from "../../../shared/topic/check-topic.ts";

/** As the library's parser gives them: a property that came twice is a list. */
export type PublishedProperties = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === "string" && checkMqttString(value) === null;

/** What a PUBLISH may carry on its way to a subscriber, and in which form. [MQTT 5.0, 3.3.2.3] */
const FORWARDED: Readonly<Record<string, (value: unknown) => boolean>> = {
	payloadFormatIndicator: (value) => typeof value === "boolean",
	messageExpiryInterval: (value) => typeof value === "number" && value >= 0,
	responseTopic: (value) => typeof value === "string" && checkTopicName(value) === null,
	correlationData: (value) => value instanceof Uint8Array,
	contentType: isText,
	userProperties: (value) => typeof value === "object" && value !== null && Object.entries(value).flat(2).every(isText),
};

/** The reason code to refuse with, or null. */
export function checkPublish(topic: string, properties: PublishedProperties | undefined): number | null {
	// `$SYS/` is the server's own. [MQTT-4.7.2-1]
	if (checkTopicName(topic) !== null || topic.startsWith("$SYS/")) return 0x90;
	for (const [name, value] of Object.entries(properties ?? {})) {
		if (value !== undefined && FORWARDED[name]?.(value) === false) return 0x82;
	}
	// Only a server may name a subscription. [MQTT-3.3.4-6]
	return properties?.["subscriptionIdentifier"] === undefined ? null : 0x82;
}

/** Without what is the broker's business alone: a will's delay, a connection's topic alias. */
export function selectForwarded(properties: PublishedProperties): PublishedProperties {
	return Object.fromEntries(Object.entries(properties).filter(([name, value]) => name in FORWARDED && value !== undefined));
}
