import type { ConnectionProfile, LastWill } from "./connection.ts";

type Settings = Omit<ConnectionProfile, "id" | "secrets">;

/** What a broker is told at a connect, or how it is reached: names and patience do not count, nor does what its version or protocol ignores. */
export function selectConnectSettings(profile: Settings) {
	const { protocol, host, port, clientId, username, version, keepAliveSeconds, cleanStart, proxy } = profile;
	const isFive = version === "5.0";
	const isWebSocket = protocol === "ws" || protocol === "wss";
	return {
		...{ protocol, host, port, clientId, username, version, keepAliveSeconds, cleanStart, proxy },
		path: isWebSocket ? profile.path : null,
		webSocketHeaders: isWebSocket ? profile.webSocketHeaders : null,
		tls: protocol === "mqtts" || protocol === "wss" ? profile.tls : null,
		sessionExpirySeconds: isFive ? profile.sessionExpirySeconds : null,
		properties: isFive ? profile.properties : null,
		authentication: isFive ? profile.authentication : null,
		will: profile.will === null ? null : selectUsedWill(profile.will, isFive),
	};
}

export type ConnectSetting = keyof ReturnType<typeof selectConnectSettings>;

/** The settings in which `now` differs, so that it takes another connect to bring them into force. */
export function listReconnectSettings(used: Settings, now: Settings): readonly ConnectSetting[] {
	const [before, after] = [selectConnectSettings(used), selectConnectSettings(now)];
	return (Object.keys(after) as ConnectSetting[]).filter((name) => !isSame(before[name], after[name]));
}

/** How a payload is typed is nothing to the broker. */
function selectUsedWill({ payloadSyntax: _syntax, properties, delaySeconds, ...will }: LastWill, isFive: boolean) {
	return isFive ? { ...will, properties, delaySeconds } : will;
}

/** Of plain data and bytes. */
function isSame(one: unknown, other: unknown): boolean {
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return Object.is(one, other);
	const keys = Object.keys(one);
	const of = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
	return keys.length === Object.keys(other).length && keys.every((key) => isSame(of(one, key), of(other, key)));
}
