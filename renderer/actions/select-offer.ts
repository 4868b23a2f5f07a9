/** What the broker that is connected offers to a message; offline nothing is known to be refused. */
import type { MqttVersion } from "../../shared/model/connection.ts";
import { EMPTY_PROPERTIES } from "../state/composer-draft.ts";
import { selectComposer } from "../state/composer-store.ts";
import { selectConnectionState } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { countPacketBytes, LARGEST_PACKET_BYTES } from "./packet-bytes.ts";
import { parseProperties } from "./parse-properties.ts";

export interface Offer {
	readonly isConnected: boolean;
	readonly maximumQos: number;
	readonly retainAvailable: boolean;
	readonly maximumPacketBytes: number;
	/** 0 = none. Offline it is not known, and what waits goes without one. */
	readonly topicAliasMaximum: number;
}

const UNKNOWN: Offer = {
	isConnected: false,
	maximumQos: 2,
	retainAvailable: true,
	maximumPacketBytes: LARGEST_PACKET_BYTES,
	topicAliasMaximum: 65_535,
};

export function selectOffer(stores: Stores, connectionId: string): Offer {
	const state = selectConnectionState(stores.connections.getState(), connectionId);
	if (state.kind !== "connected") return UNKNOWN;
	const { maximumQos, retainAvailable, maximumPacketBytes, topicAliasMaximum } = state.granted;
	return {
		isConnected: true,
		maximumQos,
		retainAvailable,
		maximumPacketBytes: maximumPacketBytes ?? LARGEST_PACKET_BYTES,
		topicAliasMaximum,
	};
}

export function selectVersion(stores: Stores, connectionId: string): MqttVersion {
	return stores.connections.getState().profiles.get(connectionId)?.version ?? "5.0";
}

export interface Oversize {
	readonly bytes: number;
	readonly maximum: number;
}

/** By how much the draft is larger than the broker's largest packet; null = it fits. */
export function readOversize(stores: Stores, connectionId: string): Oversize | null {
	const { draft, payloadBytes } = selectComposer(stores.composer.getState(), connectionId);
	const maximum = selectOffer(stores, connectionId).maximumPacketBytes;
	const version = selectVersion(stores, connectionId);
	const { properties } = parseProperties(version === "5.0" ? draft.properties : EMPTY_PROPERTIES);
	const bytes = countPacketBytes({ topic: draft.topic, payloadBytes, qos: draft.qos, version, properties });
	return bytes > maximum ? { bytes, maximum } : null;
}
