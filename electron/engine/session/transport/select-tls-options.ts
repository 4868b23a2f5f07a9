import { isIP } from "node:net";
import tls from "node:tls";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure, Rule } from "../../../../shared/model/failure.ts";
import type { ConnectionSecrets } from "../../../../shared/model/secret.ts";
import type { TlsOptions, TlsVersion } from "../../../../shared/model/tls.ts";
import { readClientCertificate } from "./read-client-certificate.ts";

/** Making one parses all of the system's certificates, tens of milliseconds; one that holds a private key is never kept. */
const contexts = new WeakMap<TlsOptions, tls.SecureContext>();

const MINIMUM_VERSION: Readonly<Record<TlsVersion, tls.SecureVersion>> = {
	"1.0": "TLSv1",
	"1.1": "TLSv1.1",
	"1.2": "TLSv1.2",
	"1.3": "TLSv1.3",
};

export type TlsOptionsOutcome =
	| { readonly ok: true; readonly value: tls.ConnectionOptions }
	| { readonly ok: false; readonly failure: Failure };

export function selectTlsOptions({ host, tls: options }: ConnectionProfile, secrets: ConnectionSecrets): TlsOptionsOutcome {
	const name = options.serverName === "" ? host : options.serverName;
	const client = readClientCertificate(options.clientCertificate, secrets, Date.now());
	if (!client.ok)
		return { ok: false, failure: createFailure(CLIENT_FAILURE[client.rule] ?? "tls-client-unreadable", { cause: client.rule }) };
	let secureContext = contexts.get(options);
	if (secureContext === undefined) {
		try {
			secureContext = tls.createSecureContext({
				ca: readTrusted(options),
				minVersion: MINIMUM_VERSION[options.minimumVersion],
				...selectOldCiphers(options.minimumVersion),
				...client.value,
			});
		} catch (error) {
			const cause = error instanceof Error && "code" in error ? String(error.code) : "certificate";
			return { ok: false, failure: createFailure("tls-failed", { cause }) };
		}
		if (options.clientCertificate.kind === "none") contexts.set(options, secureContext);
	}
	return {
		ok: true,
		value: {
			secureContext,
			// Judged by us as soon as the handshake is over, when the chain can still be read, and before anything is sent.
			rejectUnauthorized: false,
			host,
			// An address is no name to ask for. [RFC 6066, 3]
			servername: isIP(name) === 0 ? name : "",
			...(options.alpn.length === 0 ? {} : { ALPNProtocols: [...options.alpn] }),
		},
	};
}

const CLIENT_FAILURE: { readonly [Each in Rule]?: `tls-${"key-mismatch" | "passphrase" | "client-expired"}` } = {
	"key-mismatch": "tls-key-mismatch",
	"passphrase-needed": "tls-passphrase",
	"passphrase-wrong": "tls-passphrase",
	"certificate-expired": "tls-client-expired",
};

/** OpenSSL 3 speaks versions before 1.2 only where nothing is asked of the strength; BoringSSL (Electron) knows no such levels. */
function selectOldCiphers(minimum: TlsVersion): Pick<tls.SecureContextOptions, "ciphers"> {
	const hasLevels = !("electron" in process.versions);
	return (minimum === "1.0" || minimum === "1.1") && hasLevels ? { ciphers: "DEFAULT@SECLEVEL=0" } : {};
}

/** Those that Node brings, the operating system's, and the connection's own. */
function readTrusted({ caCertificates }: TlsOptions): string[] {
	return [...new Set([...tls.getCACertificates("default"), ...tls.getCACertificates("system"), ...caCertificates])];
}
