import type { ConnectionProfile } from "../../../shared/model/connection.ts";

/** `mqtt://host:1883`, with the path of a WebSocket and brackets round an IPv6 address; never with user name or password. */
export function formatAddress(profile: Pick<ConnectionProfile, "protocol" | "host" | "port" | "path">): string {
	const host = profile.host.includes(":") ? `[${profile.host}]` : profile.host;
	const path = profile.protocol === "ws" || profile.protocol === "wss" ? profile.path : "";
	return `${profile.protocol}://${host}:${profile.port}${path}`;
}
