import { isIP } from "node:net";
import tls from "node:tls";
import type { ConnectionProfile, TlsOptions } from "../../../../shared/model/connection.ts";

/** Making one parses all of the system's certificates, tens of milliseconds, so that it is made once for each set of options. */
const contexts = new WeakMap<TlsOptions, tls.SecureContext>();

/** May throw, with OpenSSL's code, where a given certificate cannot be read. */
export function selectTlsOptions({ host, tls: options }: ConnectionProfile): tls.ConnectionOptions {
	let secureContext = contexts.get(options);
	if (secureContext === undefined) {
		secureContext = tls.createSecureContext({ ca: readTrusted(options) });
		contexts.set(options, secureContext);
	}
	return {
		secureContext,
		rejectUnauthorized: options.verifyServer,
		// An address is no name to ask for. [RFC 6066, 3]
		servername: isIP(host) === 0 ? host : "",
	};
}

/** Those that Node brings, the operating system's, and the connection's own. */
function readTrusted({ caCertificates }: TlsOptions): string[] {
	return [...new Set([...tls.getCACertificates("default"), ...tls.getCACertificates("system"), ...caCertificates])];
}
