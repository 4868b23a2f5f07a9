export interface ServerAddress {
	/** A name, an IPv4 or an IPv6 address without brackets. */
	readonly host: string;
	/** null = not said: the port stays. */
	readonly port: number | null;
}

/**
 * The first server that a Server Reference names: `host`, `host:port` or `[IPv6]:port`, of several with blanks between them. [MQTT 5.0,
 * 4.11.1] The text is a stranger's: null where it is none of these.
 */
export function parseServerReference(reference: string): ServerAddress | null {
	const [first = ""] = reference.trim().split(/\s+/, 1);
	const [, bracketed, plain, digits] =
		/^(?:\[([0-9a-fA-F:.]{2,45})\]|([a-zA-Z0-9_](?:[a-zA-Z0-9_.-]{0,252}[a-zA-Z0-9_])?))(?::(\d{1,5}))?$/.exec(first) ?? [];
	const host = bracketed ?? plain;
	if (host === undefined || host.includes("..")) return null;
	const port = digits === undefined ? null : Number(digits);
	return port !== null && (port < 1 || port > 65_535) ? null : { host, port };
}
