import type { IClientOptions } from "mqtt";
import type { ConnectionProfile, ConnectProperties, LastWill } from "../../../shared/model/connection.ts";
import { selectUserProperties } from "./select-user-properties.ts";

/** Everything of a profile that goes into CONNECT, in the library's words. What a version cannot carry is left out. */
export function selectClientOptions(
	profile: ConnectionProfile,
	password: string | null,
	login: FirstAuthentication | null = null,
): IClientOptions {
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
		// What is proven is not sent.
		...(login === null ? selectCredentials(profile.username, password) : {}),
		...(profile.will === null ? {} : { will: selectWill(profile.will, isFive) }),
		...(isFive
			? {
					properties: {
						...selectProperties(profile.properties, profile.sessionExpirySeconds),
						...(login === null ? {} : selectLogin(login)),
					},
				}
			: {}),
	};
}

/** What CONNECT carries of an enhanced authentication. */
export interface FirstAuthentication {
	readonly method: string;
	readonly data: Uint8Array | undefined;
}

function selectLogin({ method, data }: FirstAuthentication) {
	return {
		authenticationMethod: method,
		...(data === undefined ? {} : { authenticationData: Buffer.from(data) }),
	};
}

/** A password alone is allowed on 5, but the library can only write one after a user name: an empty one then. */
function selectCredentials(username: string, password: string | null): Pick<IClientOptions, "username" | "password"> {
	if (password !== null) return { username, password };
	return username === "" ? {} : { username };
}

function selectProperties(
	properties: ConnectProperties,
	sessionExpirySeconds: number,
): NonNullable<IClientOptions["properties"]> {
	const { receiveMaximum, maximumPacketBytes, topicAliasMaximum } = properties;
	const { requestResponseInformation, requestProblemInformation, userProperties } = properties;
	return {
		...(sessionExpirySeconds === 0 ? {} : { sessionExpiryInterval: sessionExpirySeconds }),
		...(receiveMaximum === null ? {} : { receiveMaximum }),
		...(maximumPacketBytes === null ? {} : { maximumPacketSize: maximumPacketBytes }),
		...(topicAliasMaximum === null ? {} : { topicAliasMaximum }),
		...(requestResponseInformation === null ? {} : { requestResponseInformation }),
		...(requestProblemInformation === null ? {} : { requestProblemInformation }),
		...selectUserProperties(userProperties),
	};
}

function selectWill(will: LastWill, isFive: boolean): NonNullable<IClientOptions["will"]> {
	const { topic, qos, retain } = will;
	const properties = isFive ? { properties: selectWillProperties(will) } : {};
	return { topic, payload: Buffer.from(will.payload), qos, retain, ...properties };
}

function selectWillProperties({ delaySeconds, properties }: LastWill) {
	const { payloadIsUtf8, messageExpirySeconds, contentType, responseTopic, correlationData, userProperties } = properties;
	return {
		...(delaySeconds === 0 ? {} : { willDelayInterval: delaySeconds }),
		...(payloadIsUtf8 === undefined ? {} : { payloadFormatIndicator: payloadIsUtf8 }),
		...(messageExpirySeconds === undefined ? {} : { messageExpiryInterval: messageExpirySeconds }),
		...(contentType === undefined ? {} : { contentType }),
		...(responseTopic === undefined ? {} : { responseTopic }),
		...(correlationData === undefined ? {} : { correlationData: Buffer.from(correlationData) }),
		...selectUserProperties(userProperties ?? []),
	};
}
