import type { IClientOptions } from "mqtt";
import type { ConnectionProfile, LastWill } from "../../../shared/model/connection.ts";

/** Everything of a profile that goes into CONNECT, in the library's words. */
export function selectClientOptions(profile: ConnectionProfile, password: string | null): IClientOptions {
	const isFive = profile.version === "5.0";
	// On 3.1 the protocol has another name. [MQTT 3.1: 3.1]
	const protocol = {
		"3.1": { id: "MQIsdp", version: 3 },
		"3.1.1": { id: "MQTT", version: 4 },
		"5.0": { id: "MQTT", version: 5 },
	} as const;
	const { id: protocolId, version: protocolVersion } = protocol[profile.version];
	return {
		protocolId,
		protocolVersion,
		clientId: profile.clientId,
		clean: profile.cleanStart,
		keepalive: profile.keepAliveSeconds,
		...selectCredentials(profile.username, password),
		...(profile.will === null ? {} : { will: selectWill(profile.will, isFive) }),
		...(isFive && profile.sessionExpirySeconds > 0
			? { properties: { sessionExpiryInterval: profile.sessionExpirySeconds } }
			: {}),
	};
}

/** A password alone is allowed on 5, but the library can only write one after a user name: an empty one then. */
function selectCredentials(username: string, password: string | null): Pick<IClientOptions, "username" | "password"> {
	if (password !== null) return { username, password };
	return username === "" ? {} : { username };
}

function selectWill(
	{ topic, payload, qos, retain, delaySeconds }: LastWill,
	isFive: boolean,
): NonNullable<IClientOptions["will"]> {
	const delay = isFive && delaySeconds > 0 ? { properties: { willDelayInterval: delaySeconds } } : {};
	return { topic, payload: Buffer.from(payload), qos, retain, ...delay };
}
