export type TlsVersion = "1.0" | "1.1" | "1.2" | "1.3";

/** Whom to trust, who we are, and how to ask for it. Used by mqtts and wss. */
export interface TlsOptions {
	readonly verifyServer: boolean;
	/** PEM text; trusted besides the system's own. */
	readonly caCertificates: readonly string[];
	readonly clientCertificate: ClientCertificate;
	/** The name to ask for (SNI) and to find in the certificate; empty = the host. */
	readonly serverName: string;
	/** Offered in this order; empty = none. */
	readonly alpn: readonly string[];
	readonly minimumVersion: TlsVersion;
	/** SHA-256 of the one certificate that is accepted, whatever else is wrong with it: `AB:CD:…`. null = none is pinned. */
	readonly pinnedFingerprint: string | null;
}

/** The private key, the PFX and their passphrase are secrets (`tlsKey`, `tlsPfx`, `tlsPassphrase`) and rest in the vault. */
export type ClientCertificate =
	| { readonly kind: "none" }
	/** PEM text: our own certificate, and those between it and its authority. */
	| { readonly kind: "pem"; readonly certificate: string }
	| { readonly kind: "pfx" };

export const DEFAULT_TLS: TlsOptions = {
	verifyServer: true,
	caCertificates: [],
	clientCertificate: { kind: "none" },
	serverName: "",
	alpn: [],
	minimumVersion: "1.2",
	pinnedFingerprint: null,
};

/** A certificate in words. Who made it decides what is in them: hostile text. */
export interface CertificateFacts {
	/** One attribute a line: `CN=broker`. */
	readonly subject: string;
	readonly issuer: string;
	/** `DNS:broker, IP Address:127.0.0.1`; empty = none. */
	readonly alternativeNames: string;
	/** Milliseconds since the epoch. */
	readonly validFrom: number;
	readonly validTo: number;
	/** SHA-256 as hex pairs, `AB:CD:…`. */
	readonly fingerprint: string;
}
