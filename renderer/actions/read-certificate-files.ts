import type { EngineLink } from "../../shared/contract/engine-link.ts";
import type { SayText } from "../i18n/use-text.ts";

/** What is larger is no certificate; the engine would refuse it too. */
export const MOST_FILE_BYTES = 1_000_000;

export interface ReadFiles {
	/** The certificates of all files, as PEM text. */
	readonly pem: string;
	/** The first thing that was wrong, in words; null = nothing. */
	readonly problem: string | null;
}

/** Certificates out of PEM and DER files. The engine reads them: it knows a certificate when it sees one. */
export async function readCertificateFiles(link: EngineLink, say: SayText, files: readonly File[]): Promise<ReadFiles> {
	const pems: string[] = [];
	let problem: string | null = null;
	for (const file of files) {
		if (file.size > MOST_FILE_BYTES) {
			problem ??= say("form.fileTooLarge", { name: file.name });
			continue;
		}
		const read = await link.request("certificate.read", { content: new Uint8Array(await file.arrayBuffer()) });
		if (read.ok) pems.push(...read.value.map(({ pem }) => pem));
		else problem ??= say("form.noCertificateIn", { name: file.name });
	}
	return { pem: pems.join("\n"), problem };
}
