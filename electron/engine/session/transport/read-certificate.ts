/** Certificates in words, and what is no certificate at all. Their texts are whatever their maker wrote: hostile. */
import { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "../../../../shared/model/tls.ts";

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Every certificate of a PEM text, or the one of a DER file; null where there is none, or one that cannot be read. */
export function readCertificates(content: Uint8Array): readonly X509Certificate[] | null {
	const text = Buffer.from(content).toString("latin1");
	const blocks: readonly (string | Uint8Array)[] = text.match(PEM_BLOCK) ?? (text.includes("-----BEGIN") ? [] : [content]);
	try {
		const certificates = blocks.map((block) => new X509Certificate(block));
		return certificates.length === 0 ? null : certificates;
	} catch {
		return null;
	}
}

export function describeCertificate(certificate: X509Certificate): CertificateFacts {
	return {
		// Some have no name at all.
		subject: certificate.subject ?? "",
		issuer: certificate.issuer ?? "",
		alternativeNames: certificate.subjectAltName ?? "",
		validFrom: certificate.validFromDate.getTime(),
		validTo: certificate.validToDate.getTime(),
		fingerprint: certificate.fingerprint256,
	};
}

/** Longer chains are no one's honest work; a chain may also lead in a circle. */
const MOST_CERTIFICATES = 20;

/** The chain that a server presented, its own certificate first. */
export function describeChain(leaf: X509Certificate | undefined): readonly CertificateFacts[] {
	const chain = new Map<string, CertificateFacts>();
	let next = leaf;
	while (next !== undefined && !chain.has(next.fingerprint256) && chain.size < MOST_CERTIFICATES) {
		chain.set(next.fingerprint256, describeCertificate(next));
		next = next.issuerCertificate;
	}
	return [...chain.values()];
}
