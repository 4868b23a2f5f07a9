import type { Failure, FailureCode } from "../../../shared/model/failure.ts";

/** HTTP statuses of a proxy whose broker is away for a while. */
const PASSING_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

/** All but "not allowed", and what the proxy does not support. */
const PASSING_SOCKS_REPLIES = new Set([1, 3, 4, 5, 6]);

/**
 * Reason codes that may be gone at the next attempt: unspecified and implementation specific errors, server unavailable, busy or
 * shutting down, keep alive timeout, receive maximum, message rate, quota, connection rate, maximum connect time; and an ordinary
 * DISCONNECT. Everything else needs a person first.
 */
const PASSING_REASONS = new Set([0x00, 0x80, 0x83, 0x88, 0x89, 0x8b, 0x8d, 0x93, 0x96, 0x97, 0x9f, 0xa0]);

/** Coming back soon is what the broker complains of: message rate too high, quota exceeded, connection rate exceeded. */
const HASTY_REASONS = new Set([0x96, 0x97, 0x9f]);

/** Whether to wait longer than usual before another attempt. */
export function needsPatience({ detail = {} }: Failure): boolean {
	return HASTY_REASONS.has(Number(detail["reasonCode"]));
}

/** Whether what ended the connection, or kept it from opening, can pass by itself. */
export function canRetry(failure: Failure): boolean {
	return canPass(failure.code, failure);
}

function canPass(code: FailureCode, { detail = {} }: Failure): boolean {
	switch (code) {
		case "host-not-found":
		case "refused":
		case "unreachable":
		case "connect-timeout":
		case "proxy-timeout":
		case "tls-timeout":
		case "websocket-timeout":
		case "connack-timeout":
		case "proxy-not-found":
		case "proxy-refused":
		case "proxy-unreachable":
		case "proxy-broken":
		case "keep-alive-lost":
		case "connection-lost":
		case "connection-closed":
		case "closed-repeatedly":
		case "closed-before-connack":
		case "websocket-failed":
		// Seen also where a broker that is being restarted closes in the middle of the handshake.
		case "tls-to-plain-port":
			return true;
		case "proxy-socks-refused":
			return PASSING_SOCKS_REPLIES.has(Number(detail["socksReply"]));
		case "proxy-refused-target":
		case "websocket-status":
			return PASSING_STATUSES.has(Number(detail["status"]));
		case "connack-refused":
		case "server-disconnect":
			return PASSING_REASONS.has(Number(detail["reasonCode"]));
		case "proxy-login":
		case "proxy-unsupported":
		case "tls-untrusted":
		case "tls-self-signed":
		case "tls-expired":
		case "tls-not-yet-valid":
		case "tls-wrong-host":
		case "tls-certificate-refused":
		case "tls-pin-changed":
		case "tls-client-certificate":
		case "tls-client-refused":
		case "tls-key-mismatch":
		case "tls-passphrase":
		case "tls-client-expired":
		case "tls-client-unreadable":
		case "tls-version":
		case "tls-alpn":
		case "tls-failed":
		case "websocket-unauthorised":
		case "websocket-forbidden":
		case "websocket-path-unknown":
		case "websocket-redirected":
		case "plain-to-tls-port":
		case "not-mqtt":
		case "protocol-error":
		case "scram-unacceptable":
		case "scram-server-unproven":
		case "scram-characters":
		case "authentication-endless":
		case "authentication-data-invalid":
		case "will-qos-refused":
		case "will-retain-refused":
		case "taken-over":
		case "secrets-needed":
		case "client-id-needed":
			return false;
		// Not about a connection that was to open or to stay.
		default:
			return false;
	}
}
