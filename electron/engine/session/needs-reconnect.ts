import { isDeepStrictEqual } from "node:util";
import type { ConnectionProfile, LastWill } from "../../../shared/model/connection.ts";

/** Whether a connection opened with `used` differs from one that would be opened now. Names and patience do not count. */
export function needsReconnect(used: ConnectionProfile, now: ConnectionProfile): boolean {
	return !isDeepStrictEqual(selectUsed(used), selectUsed(now));
}

function selectUsed(profile: ConnectionProfile) {
	const {
		name: _name,
		connectAtStart: _start,
		autoReconnect: _auto,
		reconnectDelaySeconds: _delay,
		reconnectCeilingSeconds: _ceiling,
		reconnectAttempts: _attempts,
		connectTimeoutSeconds: _timeout,
		...used
	} = profile;
	const isFive = profile.version === "5.0";
	const isWebSocket = profile.protocol === "ws" || profile.protocol === "wss";
	// A path means nothing without WebSocket, certificates nothing without TLS, an expiry nothing before 5.
	return {
		...used,
		path: isWebSocket ? profile.path : null,
		webSocketHeaders: isWebSocket ? profile.webSocketHeaders : null,
		tls: profile.protocol === "mqtts" || profile.protocol === "wss" ? profile.tls : null,
		sessionExpirySeconds: isFive ? profile.sessionExpirySeconds : null,
		properties: isFive ? profile.properties : null,
		authentication: isFive ? profile.authentication : null,
		will: profile.will === null ? null : selectUsedWill(profile.will, isFive),
	};
}

/** How a payload is typed is nothing to the broker. */
function selectUsedWill({ payloadSyntax: _syntax, properties, delaySeconds, ...will }: LastWill, isFive: boolean) {
	return isFive ? { ...will, properties, delaySeconds } : will;
}

/** Whether both reach the same session at the same broker. */
export function isSameSession(one: ConnectionProfile, other: ConnectionProfile): boolean {
	return one.host === other.host && one.port === other.port && one.clientId === other.clientId;
}
