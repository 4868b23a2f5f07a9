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
	// OpenSSL's verdicts on a certificate.
	["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-untrusted"],
	["UNABLE_TO_GET_ISSUER_CERT", "tls-untrusted"],
	["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls-untrusted"],
	["SELF_SIGNED_CERT_IN_CHAIN", "tls-untrusted"],
	["DEPTH_ZERO_SELF_SIGNED_CERT", "tls-untrusted"],
	["CERT_UNTRUSTED", "tls-untrusted"],
	["CERT_REJECTED", "tls-untrusted"],
	["CERT_REVOKED", "tls-untrusted"],
	["CERT_SIGNATURE_FAILURE", "tls-untrusted"],
	["CERT_CHAIN_TOO_LONG", "tls-untrusted"],
	["PATH_LENGTH_EXCEEDED", "tls-untrusted"],
	["INVALID_CA", "tls-untrusted"],
	["INVALID_PURPOSE", "tls-untrusted"],
	["CERT_HAS_EXPIRED", "tls-expired"],
	["CERT_NOT_YET_VALID", "tls-expired"],
	["ERR_TLS_CERT_ALTNAME_INVALID", "tls-wrong-host"],
	["HOSTNAME_MISMATCH", "tls-wrong-host"],
	// What a server says that wanted a certificate of ours and got none.
	["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "tls-client-certificate"],
	["ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED", "tls-client-certificate"],
	["ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE", "tls-client-certificate"],
	// The other side's first bytes were no TLS record.
	["ERR_SSL_WRONG_VERSION_NUMBER", "tls-to-plain-port"],
	["ERR_SSL_PACKET_LENGTH_TOO_LONG", "tls-to-plain-port"],
	["ERR_SSL_HTTP_REQUEST", "tls-to-plain-port"],
]);

/** For an attempt that has not come to a CONNACK yet. */
export function selectNetworkFailure(error: NodeJS.ErrnoException, { host, port }: ConnectionProfile): Failure {
	const cause = readErrorCode(error);
	return createFailure(selectCode(cause, error.message), { host, port, cause });
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
