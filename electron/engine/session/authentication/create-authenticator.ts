import type { Result } from "../../../../shared/contract/spec.ts";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { ConnectionSecrets } from "../../../../shared/model/secret.ts";
import { parseBytes } from "../../../../shared/payload/parse-bytes.ts";
import { createScramClient, type ScramClient } from "./scram.ts";

/** One exchange after another by one method, without the packets that carry it. */
export interface Authenticator {
	readonly method: string;
	/** What CONNECT carries, or the first AUTH of a later exchange; undefined = no data. */
	begin(): Uint8Array | undefined;
	/** To the broker's challenge. */
	answer(challenge: Uint8Array): Promise<AuthenticationAnswer>;
	/** With the broker's consent: what is wrong with it, or null. */
	finish(data: Uint8Array | undefined): Failure | null;
}

export type AuthenticationAnswer =
	| { readonly ok: true; readonly data: Uint8Array | undefined }
	| { readonly ok: false; readonly failure: Failure };

/** null = the profile asks for none, or is not of MQTT 5. */
export function createAuthenticator(profile: ConnectionProfile, secrets: ConnectionSecrets): Result<Authenticator | null> {
	const { authentication, version } = profile;
	if (version !== "5.0" || authentication.kind === "none") return { ok: true, value: null };
	if (authentication.kind === "raw") {
		const data = parseBytes(secrets.authenticationData ?? "", authentication.dataSyntax);
		if (data === null) return { ok: false, failure: createFailure("authentication-data-invalid") };
		return { ok: true, value: createRawAuthenticator(authentication.method, data) };
	}
	const options = { hash: authentication.hash, username: profile.username, password: secrets.password ?? "" };
	try {
		return { ok: true, value: createScramAuthenticator(`SCRAM-${authentication.hash}`, () => createScramClient(options)) };
	} catch {
		return { ok: false, failure: createFailure("scram-characters") };
	}
}

function createScramAuthenticator(method: string, create: () => ScramClient): Authenticator {
	let client = create();
	let hasAnswered = false;
	let isProven = false;
	return {
		method,
		begin() {
			client = create();
			hasAnswered = false;
			isProven = false;
			return Buffer.from(client.first);
		},
		async answer(challenge) {
			const text = Buffer.from(challenge).toString("utf8");
			if (hasAnswered) {
				// Some brokers send their proof before their consent, and wait for a word.
				isProven = !isProven && client.verify(text);
				return isProven
					? { ok: true, data: undefined }
					: { ok: false, failure: createFailure("authentication-endless", { method }) };
			}
			hasAnswered = true;
			const answered = await client.answer(text);
			if (answered.ok) return { ok: true, data: Buffer.from(answered.final) };
			return { ok: false, failure: createFailure("scram-unacceptable", { cause: answered.cause }) };
		},
		finish(data) {
			isProven ||= client.verify(Buffer.from(data ?? []).toString("utf8"));
			return isProven ? null : createFailure("scram-server-unproven");
		},
	};
}

/** The same data to whatever is asked, once in an exchange: what the method means is not known here. */
function createRawAuthenticator(method: string, bytes: Uint8Array): Authenticator {
	const data = bytes.byteLength === 0 ? undefined : bytes;
	let hasAnswered = false;
	return {
		method,
		begin() {
			hasAnswered = false;
			return data;
		},
		answer() {
			if (hasAnswered) return Promise.resolve({ ok: false, failure: createFailure("authentication-endless", { method }) });
			hasAnswered = true;
			return Promise.resolve({ ok: true, data });
		},
		finish: () => null,
	};
}
