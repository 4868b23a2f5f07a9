import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";

const TLS_ALERT = 0x15;
const LEAST_TEXT_BYTES = 4;

/**
 * Whether the first bytes of the other side are none of MQTT: a TLS server's alert, or a text, as web, mail and shell servers greet
 * with. null = they may be MQTT, and the guard decides. No packet that may come first looks like text: CONNACK's flags are 0 or 1.
 */
export function readStranger(first: Buffer, { host, port }: ConnectionProfile): Failure | null {
	if (first[0] === TLS_ALERT && (first[1] ?? 0x03) === 0x03) return createFailure("plain-to-tls-port", { host, port });
	const start = first.subarray(0, 16);
	if (start.length < LEAST_TEXT_BYTES) return null;
	const isText = start.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0d || byte === 0x0a);
	return isText ? createFailure("not-mqtt", { host, port }) : null;
}
