/** Enhanced authentication as a person chooses it; its data is a secret and stands among those. */
import type { Authentication, ScramHash } from "../../../../shared/model/authentication.ts";
import type { FieldProblem } from "../../../../shared/model/failure.ts";
import { parseBytes } from "../../../../shared/payload/parse-bytes.ts";

export interface AuthenticationForm {
	readonly kind: Authentication["kind"];
	readonly hash: ScramHash;
	readonly method: string;
	readonly dataSyntax: "text" | "hex" | "base64";
}

export function readAuthenticationForm(authentication: Authentication): AuthenticationForm {
	const { kind } = authentication;
	return {
		kind,
		hash: kind === "scram" ? authentication.hash : "SHA-256",
		method: kind === "raw" ? authentication.method : "",
		dataSyntax: kind === "raw" ? authentication.dataSyntax : "text",
	};
}

/** Before MQTT 5 nobody sees these fields: a method without a name holds nobody up. */
export function readAuthentication({ kind, hash, method, dataSyntax }: AuthenticationForm, isFive: boolean): Authentication {
	if (kind === "none" || (kind === "raw" && method === "" && !isFive)) return { kind: "none" };
	return kind === "scram" ? { kind, hash } : { kind, method, dataSyntax };
}

const RULES = { text: "wrong-shape", hex: "hex-invalid", base64: "base64-invalid" } as const;

/** `data`: what was typed; a stored one that is kept is not known here. */
export function readAuthenticationProblems({ kind, dataSyntax }: AuthenticationForm, data: string): readonly FieldProblem[] {
	if (kind !== "raw" || parseBytes(data, dataSyntax) !== null) return [];
	return [{ field: "secrets.authenticationData", rule: RULES[dataSyntax] }];
}
