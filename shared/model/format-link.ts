import type { ConnectionProfile } from "./connection.ts";

type Addressed = Pick<ConnectionProfile, "protocol" | "host" | "port" | "path">;

/** `mqtt://host:1883`, with the path of a WebSocket and brackets round an IPv6 address; never with user name or password. */
export function formatAddress(profile: Addressed): string {
	return format(profile, "");
}

/** The same with the user name, as others paste it: `mqtt://user@host:1883`. Never with a password. */
export function formatLink(profile: Addressed & Pick<ConnectionProfile, "username">): string {
	return format(profile, profile.username === "" ? "" : `${encodeURIComponent(profile.username)}@`);
}

function format({ protocol, host, port, path }: Addressed, user: string): string {
	const name = host.includes(":") ? `[${host}]` : host;
	return `${protocol}://${user}${name}:${port}${protocol === "ws" || protocol === "wss" ? path : ""}`;
}
