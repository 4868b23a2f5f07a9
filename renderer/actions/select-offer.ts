/** What the broker that is connected offers to a message; offline nothing is known to be refused. */
import { selectComposer } from "../state/composer-store.ts";
import { selectConnectionState } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { countPacketBytes, LARGEST_PACKET_BYTES } from "./packet-bytes.ts";

export interface Offer {
	readonly isConnected: boolean;
	readonly maximumQos: number;
	readonly retainAvailable: boolean;
	readonly maximumPacketBytes: number;
}

const UNKNOWN: Offer = { isConnected: false, maximumQos: 2, retainAvailable: true, maximumPacketBytes: LARGEST_PACKET_BYTES };

export function selectOffer(stores: Stores, connectionId: string): Offer {
	const state = selectConnectionState(stores.connections.getState(), connectionId);
	if (state.kind !== "connected") return UNKNOWN;
	const { maximumQos, retainAvailable, maximumPacketBytes } = state.granted;
	return { isConnected: true, maximumQos, retainAvailable, maximumPacketBytes: maximumPacketBytes ?? LARGEST_PACKET_BYTES };
}

export interface Oversize {
	readonly bytes: number;
	readonly maximum: number;
}

/** By how much the draft is larger than the broker's largest packet; null = it fits. */
export function readOversize(stores: Stores, connectionId: string): Oversize | null {
	const { draft, payloadBytes } = selectComposer(stores.composer.getState(), connectionId);
	const maximum = selectOffer(stores, connectionId).maximumPacketBytes;
	// Most drafts are far below it: then nothing has to be counted. A character is at most three bytes for each UTF-16 unit.
	if (payloadBytes + draft.topic.length * 3 + 16 <= maximum) return null;
	const version = stores.connections.getState().profiles.get(connectionId)?.version ?? "5.0";
	const bytes = countPacketBytes({ topic: draft.topic, payloadBytes, qos: draft.qos, version });
	return bytes > maximum ? { bytes, maximum } : null;
}
