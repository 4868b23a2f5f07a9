import type { Granted } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { LARGEST_PACKET_BYTES } from "../guard/create-guard.ts";
import type { PublishDraft } from "./publish-draft.ts";

/**
 * Whether the broker takes this message, by what it granted: asked before anything is sent. [MQTT-3.2.2-11, MQTT-3.2.2-14,
 * MQTT-3.2.2-15, MQTT-3.3.2-9] `packetBytes` is the exact size of the packet that would carry it.
 */
export function checkLimits(draft: PublishDraft, granted: Granted, packetBytes: number): Failure | null {
	const { qos, retain, properties } = draft;
	if (qos > granted.maximumQos) return createFailure("above-maximum-qos", { maximum: granted.maximumQos, qos });
	if (retain && !granted.retainAvailable) return createFailure("retain-unavailable");
	const alias = properties.topicAlias ?? 0;
	if (alias > granted.topicAliasMaximum) {
		return createFailure("above-topic-alias-maximum", { maximum: granted.topicAliasMaximum, alias });
	}
	const maximum = granted.maximumPacketBytes ?? LARGEST_PACKET_BYTES;
	return packetBytes > maximum ? createFailure("above-maximum-packet-size", { bytes: packetBytes, maximum }) : null;
}

/** Without encoding: what no packet can carry must not be tried. The header takes less than this besides. */
export function isBeyondProtocol(draft: PublishDraft): boolean {
	return draft.payload.byteLength > LARGEST_PACKET_BYTES - 2 * 65_537;
}
