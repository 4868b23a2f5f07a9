/**
 * SCRAM as a client speaks it, without channel binding. [RFC 5802, RFC 7677] The password never leaves this machine; the broker has to prove
 * that it knows it too. Whatever the broker says is read as a stranger's text, and refused where it is not exactly what may come.
 */
import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { saslprep } from "@mongodb-js/saslprep";
import type { ScramHash } from "../../../../shared/model/authentication.ts";

export interface ScramClient {
	/** The client's first message. */
	readonly first: string;
	/** The client's final message, to the server's first; null with the reason where that is not acceptable. */
	answer(serverFirst: string): Promise<ScramAnswer>;
	/** Whether the server's final message proves that it knows the password. */
	verify(serverFinal: string): boolean;
}

export type ScramAnswer = { readonly ok: true; readonly final: string } | { readonly ok: false; readonly cause: string };

export interface ScramOptions {
	readonly hash: ScramHash;
	readonly username: string;
	readonly password: string;
	/** Printable, without a comma; made anew unless a test brings one. */
	readonly nonce?: string;
}

/** Below it a password is guessed too fast [RFC 7677, 4]; above it a hostile broker would keep this machine busy. */
const LEAST_ITERATIONS = 4096;
const MOST_ITERATIONS = 1_000_000;
/** No channel binding, no other identity: `n,,`. */
const GS2_HEADER = "n,,";
const DIGESTS = { "SHA-1": "sha1", "SHA-256": "sha256", "SHA-512": "sha512" } as const;
const DIGEST_BYTES = { "SHA-1": 20, "SHA-256": 32, "SHA-512": 64 } as const;

const derive = promisify(pbkdf2);

/** Throws where user name or password has characters that SASLprep forbids. [RFC 4013] */
export function createScramClient({ hash, username, password, nonce = createNonce() }: ScramOptions): ScramClient {
	const digest = DIGESTS[hash];
	const name = saslprep(username).replaceAll("=", "=3D").replaceAll(",", "=2C");
	const prepared = saslprep(password);
	const firstBare = `n=${name},r=${nonce}`;
	let expected: Buffer | null = null;
	const hmac = (key: Buffer, text: string) => createHmac(digest, key).update(text).digest();
	return {
		first: `${GS2_HEADER}${firstBare}`,
		async answer(serverFirst) {
			const parsed = parseServerFirst(serverFirst, nonce);
			if (!parsed.ok) return parsed;
			const salted = await derive(prepared, parsed.salt, parsed.iterations, DIGEST_BYTES[hash], digest);
			const finalBare = `c=${Buffer.from(GS2_HEADER).toString("base64")},r=${parsed.nonce}`;
			const message = `${firstBare},${serverFirst},${finalBare}`;
			const clientKey = hmac(salted, "Client Key");
			const signature = hmac(createHash(digest).update(clientKey).digest(), message);
			const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
			expected = hmac(hmac(salted, "Server Key"), message);
			return { ok: true, final: `${finalBare},p=${Buffer.from(proof).toString("base64")}` };
		},
		verify(serverFinal) {
			const [, text] = /^v=([A-Za-z0-9+/]+={0,2})(?:,.*)?$/s.exec(serverFinal) ?? [];
			if (text === undefined || expected === null) return false;
			const given = Buffer.from(text, "base64");
			return given.length === expected.length && timingSafeEqual(given, expected);
		},
	};
}

type ServerFirst =
	| { readonly ok: true; readonly nonce: string; readonly salt: Buffer; readonly iterations: number }
	| { readonly ok: false; readonly cause: string };

/** `r=…,s=…,i=…`, and extensions that need not be understood. [RFC 5802, 7] */
function parseServerFirst(text: string, clientNonce: string): ServerFirst {
	if (text.startsWith("m=")) return refuse("it needs an extension that SCRAM does not have yet");
	const [, nonce = "", salt = "", digits = ""] =
		/^r=([\x21-\x2b\x2d-\x7e]+),s=([A-Za-z0-9+/]+={0,2}),i=([1-9]\d{0,9})(?:,.*)?$/s.exec(text) ?? [];
	if (nonce === "") return refuse("its first message is malformed");
	if (!nonce.startsWith(clientNonce) || nonce.length === clientNonce.length) return refuse("its nonce does not continue ours");
	const iterations = Number(digits);
	if (iterations < LEAST_ITERATIONS) return refuse(`${iterations} iterations are fewer than ${LEAST_ITERATIONS}`);
	if (iterations > MOST_ITERATIONS) return refuse(`${iterations} iterations are more than ${MOST_ITERATIONS}`);
	return { ok: true, nonce, salt: Buffer.from(salt, "base64"), iterations };
}

function refuse(cause: string): { readonly ok: false; readonly cause: string } {
	return { ok: false, cause };
}

function createNonce(): string {
	return randomBytes(18).toString("base64");
}
