/** What an error of Node's sockets means to a person, by its code. */
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure, FailureCode } from "../../../shared/model/failure.ts";

/** A network knows nothing of connections, messages and the like. */
type NetworkFailure = Exclude<FailureCode, "not-found">;

const FAILURE_OF_CODE: ReadonlyMap<string, NetworkFailure> = new Map<string, NetworkFailure>([
	["ENOTFOUND", "host-not-found"],
	["EAI_AGAIN", "host-not-found"],
	["EAI_FAIL", "host-not-found"],
	["EAI_NODATA", "host-not-found"],
	["EAI_NONAME", "host-not-found"],
	["ECONNREFUSED", "refused"],
	["EHOSTUNREACH", "unreachable"],
	["ENETUNREACH", "unreachable"],
	["EHOSTDOWN", "unreachable"],
	["ENETDOWN", "unreachable"],
	["EADDRNOTAVAIL", "unreachable"],
	["EINVAL", "unreachable"],
	["EACCES", "unreachable"],
	["EPERM", "unreachable"],
	["ETIMEDOUT", "unreachable"],
	["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls-version"],
	["ERR_SSL_UNSUPPORTED_PROTOCOL", "tls-version"],
	["ERR_SSL_VERSION_TOO_LOW", "tls-version"],
	["ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL", "tls-alpn"],
	["ERR_SSL_TLSV1_UNRECOGNIZED_NAME", "tls-wrong-host"],
	// The other side's first bytes were no TLS record.
	["ERR_SSL_WRONG_VERSION_NUMBER", "tls-to-plain-port"],
	["ERR_SSL_PACKET_LENGTH_TOO_LONG", "tls-to-plain-port"],
	["ERR_SSL_HTTP_REQUEST", "tls-to-plain-port"],
]);

/** What a server says that wanted a certificate of ours and got none, or one that it does not like. */
const CLIENT_ALERT =
	/^ERR_SSL_\w+_ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED)$/;

/** For an attempt that has not come to a CONNACK yet. */
export function selectNetworkFailure(error: NodeJS.ErrnoException, { host, port, tls }: ConnectionProfile): Failure {
	const cause = readErrorCode(error);
	const detail = { host, port, cause, name: tls.serverName === "" ? host : tls.serverName };
	if (!CLIENT_ALERT.test(cause)) return createFailure(selectCode(cause, error.message), detail);
	return createFailure(tls.clientCertificate.kind === "none" ? "tls-client-certificate" : "tls-client-refused", detail);
}

/** Why a machine could not be reached at all; null where the trouble is another. */
export function selectReachCode(cause: string): "host-not-found" | "refused" | "unreachable" | null {
	const code = FAILURE_OF_CODE.get(cause);
	return code === "host-not-found" || code === "refused" || code === "unreachable" ? code : null;
}

/** The error's code where it has one: short, and free of anything that was sent. */
export function readErrorCode(error: NodeJS.ErrnoException): string {
	return error.code ?? error.name;
}

function selectCode(cause: string, message: string): NetworkFailure {
	const known = FAILURE_OF_CODE.get(cause);
	if (known !== undefined) return known;
	if (cause === "EPROTO" && /wrong version number|packet length too long|http request/i.test(message)) return "tls-to-plain-port";
	if (cause === "EPROTO" || cause.startsWith("ERR_SSL_") || cause.startsWith("ERR_TLS_")) return "tls-failed";
	return "closed-before-connack";
}
