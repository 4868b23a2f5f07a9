/** An authority of a test's own, that issues whatever certificate the test needs: for any name, of any time, wrong in any way. */
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface IssueOptions {
	/** As OpenSSL writes them. Default: `DNS:localhost`. */
	readonly names?: string;
	/** As `20200101000000Z`. Default: from an hour ago to two days from now. */
	readonly from?: string;
	readonly to?: string;
	/** Encrypts the key. */
	readonly passphrase?: string;
}

export interface IssuedCertificate {
	readonly certificate: string;
	readonly key: string;
	readonly certificateFile: string;
	readonly keyFile: string;
	/** SHA-256, `AB:CD:…`. */
	readonly fingerprint: string;
}

export interface CertificateAuthority {
	readonly folder: string;
	/** PEM text. */
	readonly certificate: string;
	readonly certificateFile: string;
	issue(name: string, options?: IssueOptions): Promise<IssuedCertificate>;
	/** PKCS #12 in base64, with today's encryption, or with the one of twenty years ago. */
	pack(issued: IssuedCertificate, passphrase: string, isOutdated?: boolean): Promise<string>;
	close(): Promise<void>;
}

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];

export async function openCertificateAuthority(name = "Test CA"): Promise<CertificateAuthority> {
	const folder = await mkdtemp(join(tmpdir(), "parley-ca-"));
	const run = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
	run("req", "-x509", ...NEW_KEY, "-nodes", "-keyout", "ca.key", "-out", "ca.crt", "-days", "3", "-subj", `/CN=${name}`);
	await writeFile(
		join(folder, "ca.conf"),
		[
			"[ca]",
			"default_ca = own",
			"[own]",
			"database = index.txt",
			"serial = serial",
			"new_certs_dir = .",
			"default_md = sha256",
			"policy = any",
			"unique_subject = no",
			"copy_extensions = copy",
			"[any]",
			"commonName = supplied",
		].join("\n"),
	);
	await writeFile(join(folder, "index.txt"), "");
	await writeFile(join(folder, "serial"), "01\n");
	let count = 0;

	return {
		folder,
		certificate: await readFile(join(folder, "ca.crt"), "utf8"),
		certificateFile: join(folder, "ca.crt"),
		async issue(subject, { names = "DNS:localhost", from, to, passphrase } = {}) {
			count += 1;
			const [key, request, certificate] = ["key", "csr", "crt"].map((ending) => `${count}.${ending}`) as [string, string, string];
			const encrypted = passphrase === undefined ? ["-nodes"] : ["-passout", `pass:${passphrase}`];
			const named = names === "" ? [] : ["-addext", `subjectAltName=${names}`];
			run("req", ...NEW_KEY, ...encrypted, "-keyout", key, "-out", request, "-subj", `/CN=${subject}`, ...named);
			const hour = 3_600_000;
			const start = from ?? formatTime(Date.now() - hour);
			const end = to ?? formatTime(Date.now() + 48 * hour);
			const signing = ["-cert", "ca.crt", "-keyfile", "ca.key", "-startdate", start, "-enddate", end];
			run("ca", "-config", "ca.conf", "-batch", "-notext", ...signing, "-in", request, "-out", certificate);
			const [certificateFile, keyFile] = [join(folder, certificate), join(folder, key)];
			const text = await readFile(certificateFile, "utf8");
			const { fingerprint256: fingerprint } = new X509Certificate(text);
			return { certificate: text, key: await readFile(keyFile, "utf8"), certificateFile, keyFile, fingerprint };
		},
		async pack({ certificateFile, keyFile }, passphrase, isOutdated = false) {
			const legacy = isOutdated ? ["-legacy"] : [];
			const files = ["-inkey", keyFile, "-in", certificateFile, "-out", "packed.pfx"];
			run("pkcs12", "-export", ...legacy, ...files, "-passout", `pass:${passphrase}`);
			return (await readFile(join(folder, "packed.pfx"))).toString("base64");
		},
		close: () => rm(folder, { recursive: true, force: true }),
	};
}

function formatTime(at: number): string {
	return `${new Date(at).toISOString().replace(/[-:T]|\.\d+Z$/g, "")}Z`;
}
