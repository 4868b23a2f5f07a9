interface ParsedPacket {
	cmd: string;
	readonly properties?: ParsedProperties;
	readonly will?: { readonly properties?: ParsedProperties };
}

type ParsedProperties = Readonly<Record<string, unknown>>;

/**
 * The library's parser lets a property through that is cut off (null, or a negative number) or that comes twice where it must not (a
 * list), and the handlers take it for what it should be: some would throw where nobody catches. Given a kind that no handler knows, such
 * a packet ends its connection.
 */
export function refuseMalformed(packet: ParsedPacket): void {
	if (isMalformed(packet.properties) || isMalformed(packet.will?.properties)) packet.cmd = "malformed";
}

function isMalformed(properties: ParsedProperties = {}): boolean {
	return Object.entries(properties).some(([name, value]) => {
		if (name === "userProperties")
			return Object.values(value ?? {})
				.flat()
				.includes(null);
		return value === null || Array.isArray(value) || (typeof value === "number" && value < 0);
	});
}
