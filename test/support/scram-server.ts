/**
 * The broker's side of SCRAM, from RFC 5802 and with nothing of Parley's own in it: it keeps what a server keeps (salt, StoredKey, ServerKey),
 * checks the proof by undoing it, and signs.
 */
import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

export interface ScramServer {
	/** Its first message, to the client's. */
	challenge(clientFirst: string): string;
	/** Its final message, to the client's; null = the proof is wrong. */
	conclude(clientFinal: string): string | null;
}

export interface ScramAccount {
	readonly digest: "sha1" | "sha256" | "sha512";
	readonly password: string;
	readonly salt?: string;
	readonly iterations?: number;
}

export function createScramServer({
	digest,
	password,
	salt = "W22ZaJ0SNY7soEsUEjb6gQ==",
	iterations = 4096,
}: ScramAccount): ScramServer {
	const size = createHash(digest).digest().length;
	const hmac = (key: Buffer, text: string) => createHmac(digest, key).update(text).digest();
	const hash = (bytes: Buffer) => createHash(digest).update(bytes).digest();
	const salted = pbkdf2Sync(password, Buffer.from(salt, "base64"), iterations, size, digest);
	const storedKey = hash(hmac(salted, "Client Key"));
	const serverKey = hmac(salted, "Server Key");
	let firstBare = "";
	let serverFirst = "";
	return {
		challenge(clientFirst) {
			firstBare = clientFirst.replace(/^n,,/, "");
			const nonce = /r=([^,]+)/.exec(firstBare)?.[1] ?? "";
			serverFirst = `r=${nonce}and-more,s=${salt},i=${iterations}`;
			return serverFirst;
		},
		conclude(clientFinal) {
			const [bare = "", proof = ""] = clientFinal.split(/,p=/);
			const message = `${firstBare},${serverFirst},${bare}`;
			const signature = hmac(storedKey, message);
			const given = Buffer.from(proof, "base64");
			const clientKey = Buffer.from(given.map((byte, index) => byte ^ (signature[index] ?? 0)));
			if (!hash(clientKey).equals(storedKey)) return null;
			return `v=${hmac(serverKey, message).toString("base64")}`;
		},
	};
}
