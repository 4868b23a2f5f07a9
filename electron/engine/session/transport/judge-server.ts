/** Whether the server's certificate is accepted: the pinned one and no other, or whichever verifying lets pass. */
import type { TLSSocket } from "node:tls";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure, FailureCode } from "../../../../shared/model/failure.ts";
import { describeChain } from "./read-certificate.ts";

/** OpenSSL's verdicts; any other is a certificate that is weak, revoked or not made for this. */
const VERDICTS: ReadonlyMap<string, Exclude<FailureCode, "not-found">> = new Map<string, Exclude<FailureCode, "not-found">>([
	["DEPTH_ZERO_SELF_SIGNED_CERT", "tls-self-signed"],
	["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-untrusted"],
	["UNABLE_TO_GET_ISSUER_CERT", "tls-untrusted"],
	["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls-untrusted"],
	["SELF_SIGNED_CERT_IN_CHAIN", "tls-untrusted"],
	["CERT_UNTRUSTED", "tls-untrusted"],
	["CERT_HAS_EXPIRED", "tls-expired"],
	["CERT_NOT_YET_VALID", "tls-not-yet-valid"],
	["ERR_TLS_CERT_ALTNAME_INVALID", "tls-wrong-host"],
	["HOSTNAME_MISMATCH", "tls-wrong-host"],
]);

/** After the handshake of a socket that was opened without `rejectUnauthorized`. null = accepted. */
export function judgeServer(socket: TLSSocket, { host, tls }: ConnectionProfile): Failure | null {
	const leaf = socket.getPeerX509Certificate();
	if (tls.pinnedFingerprint !== null) {
		if (leaf?.fingerprint256 === tls.pinnedFingerprint) return null;
		return { ...createFailure("tls-pin-changed"), certificates: describeChain(leaf) };
	}
	if (!tls.verifyServer || socket.authorized) return null;
	// Declared as an Error, and a text in fact: the code, or the message where there is none.
	const cause = String(socket.authorizationError);
	const name = tls.serverName === "" ? host : tls.serverName;
	const failure = createFailure(VERDICTS.get(cause) ?? "tls-certificate-refused", { name, cause });
	return { ...failure, certificates: describeChain(leaf) };
}
