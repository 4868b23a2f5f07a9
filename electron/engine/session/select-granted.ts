import type { ConnectionProfile, Granted } from "../../../shared/model/connection.ts";
import type { InboundConnack } from "./guard/packets.ts";

/** What is in force after this CONNACK: what the broker sent, and where it was silent what the specification says. [MQTT 5.0: 3.2.2.3] */
export function selectGranted(connack: InboundConnack, profile: ConnectionProfile): Granted {
	const sent = connack.properties;
	const isFive = profile.version === "5.0";
	return {
		sessionPresent: connack.sessionPresent,
		clientId: sent.assignedClientId ?? profile.clientId,
		clientIdAssigned: sent.assignedClientId !== undefined,
		keepAliveSeconds: sent.serverKeepAliveSeconds ?? profile.keepAliveSeconds,
		keepAliveFromServer: sent.serverKeepAliveSeconds !== undefined,
		sessionExpirySeconds: sent.sessionExpirySeconds ?? (isFive ? profile.sessionExpirySeconds : 0),
		receiveMaximum: sent.receiveMaximum ?? 65_535,
		maximumQos: sent.maximumQosIs1 === undefined ? 2 : sent.maximumQosIs1 ? 1 : 0,
		retainAvailable: sent.retainAvailable ?? true,
		wildcardAvailable: sent.wildcardAvailable ?? true,
		identifiersAvailable: sent.identifiersAvailable ?? true,
		sharedAvailable: sent.sharedAvailable ?? true,
		topicAliasMaximum: sent.topicAliasMaximum ?? 0,
		maximumPacketBytes: sent.maximumPacketBytes ?? null,
		responseInformation: sent.responseInformation ?? null,
		serverReference: sent.serverReference ?? null,
		reasonString: sent.reasonString ?? null,
		userProperties: sent.userProperties ?? [],
	};
}
