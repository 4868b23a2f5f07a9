/** Our own certificate and its key, checked to be usable before any server sees them: by the form when they are saved, and at connect. */
import { createPrivateKey, type KeyObject } from "node:crypto";
import { Socket } from "node:net";
import tls from "node:tls";
import type { Rule } from "../../../../shared/model/failure.ts";
import type { ConnectionSecrets } from "../../../../shared/model/secret.ts";
import type { ClientCertificate } from "../../../../shared/model/tls.ts";
import { readCertificates } from "./read-certificate.ts";

export type ClientCertificateOutcome =
	/** What a secure context takes. */
	| { readonly ok: true; readonly value: Pick<tls.SecureContextOptions, "cert" | "key" | "pfx" | "passphrase"> }
	/** `field`: the draft's field that is to blame. */
	| { readonly ok: false; readonly field: string; readonly rule: Rule };

const CERTIFICATE = "tls.clientCertificate.certificate";

/** `now` in milliseconds since the epoch. The secrets must be there. */
export function readClientCertificate(
	client: ClientCertificate,
	secrets: ConnectionSecrets,
	now: number,
): ClientCertificateOutcome {
	switch (client.kind) {
		case "none":
			return { ok: true, value: {} };
		case "pem":
			return readPem(client.certificate, secrets, now);
		case "pfx":
			return readPfx(secrets, now);
	}
}

function readPem(text: string, { tlsKey, tlsPassphrase }: ConnectionSecrets, now: number): ClientCertificateOutcome {
	const certificates = readCertificates(Buffer.from(text));
	if (certificates === null) return { ok: false, field: CERTIFICATE, rule: "certificate-invalid" };
	if (tlsKey === undefined) return { ok: false, field: "secrets.tlsKey", rule: "required" };
	const key = readKey(tlsKey, tlsPassphrase);
	if (!("object" in key)) return { ok: false, ...key };
	// Files put them in any order; TLS wants our own first.
	const own = certificates.find((certificate) => certificate.checkPrivateKey(key.object));
	if (own === undefined) return { ok: false, field: "secrets.tlsKey", rule: "key-mismatch" };
	if (!isValidAt(own, now)) return { ok: false, field: CERTIFICATE, rule: "certificate-expired" };
	const others = certificates.filter((certificate) => certificate !== own);
	const cert = [own, ...others].map((certificate) => certificate.toString()).join("");
	const isEncrypted = tlsPassphrase !== undefined;
	return { ok: true, value: { cert, key: tlsKey, ...(isEncrypted ? { passphrase: tlsPassphrase } : {}) } };
}

function readKey(
	pem: string,
	passphrase: string | undefined,
): { readonly object: KeyObject } | { readonly field: string; readonly rule: Rule } {
	try {
		return { object: createPrivateKey(passphrase === undefined ? { key: pem } : { key: pem, passphrase }) };
	} catch {
		if (!/ENCRYPTED/.test(pem)) return { field: "secrets.tlsKey", rule: "key-invalid" };
		return { field: "secrets.tlsPassphrase", rule: passphrase === undefined ? "passphrase-needed" : "passphrase-wrong" };
	}
}

function readPfx({ tlsPfx, tlsPassphrase }: ConnectionSecrets, now: number): ClientCertificateOutcome {
	const field = "secrets.tlsPfx";
	if (tlsPfx === undefined) return { ok: false, field, rule: "required" };
	const value = { pfx: Buffer.from(tlsPfx, "base64"), passphrase: tlsPassphrase ?? "" };
	try {
		const secureContext = tls.createSecureContext(value);
		const own = new tls.TLSSocket(new Socket(), { secureContext }).getX509Certificate();
		if (own === undefined) return { ok: false, field, rule: "pfx-invalid" };
		return isValidAt(own, now) ? { ok: true, value } : { ok: false, field, rule: "certificate-expired" };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		// OpenSSL 3 no longer opens what was encrypted with RC2 or 40-bit keys.
		if (code === "ERR_CRYPTO_UNSUPPORTED_OPERATION" || /unsupported/i.test(message))
			return { ok: false, field, rule: "pfx-outdated" };
		if (!/mac verify|bad decrypt|password/i.test(message)) return { ok: false, field, rule: "pfx-invalid" };
		return {
			ok: false,
			field: "secrets.tlsPassphrase",
			rule: tlsPassphrase === undefined ? "passphrase-needed" : "passphrase-wrong",
		};
	}
}

function isValidAt(certificate: { readonly validFromDate: Date; readonly validToDate: Date }, now: number): boolean {
	return certificate.validFromDate.getTime() <= now && now < certificate.validToDate.getTime();
}
