import type { Failure, FailureCode, FailureDetail, FieldProblem } from "./failure.ts";
import { type FAILURE_NOUN, FAILURE_TEXT } from "./failure-text.ts";
import {
	formatReasonCode,
	isReasonCode,
	REASON_CODE_ADVICE,
	REASON_CODE_ADVICE_DEFAULT,
	REASON_CODE_TEXT,
} from "./reason-code.ts";
import type { SecretName } from "./secret.ts";
import { SECRET_TEXT, SOCKS_REPLY_TEXT } from "./transport-failure-text.ts";

/**
 * Puts the detail's values into a sentence of `FAILURE_TEXT`; a value that is missing stays visible as its name. `{{name, number}}` is an
 * amount, in groups of three digits; a port or a version is none.
 */
function formatSentence(sentence: string, detail: FailureDetail): string {
	return sentence.replace(/\{\{(\w+)(, number)?\}\}/g, (placeholder, name: string, amount?: string) => {
		const value = detail[name] ?? placeholder;
		return amount !== undefined && typeof value === "number" ? value.toLocaleString("en") : String(value);
	});
}

/** A failure with its English sentences. The detail's names are those that `FAILURE_TEXT` uses for this code. */
export function createFailure(code: "not-found", detail: { readonly what: keyof typeof FAILURE_NOUN }): Failure;
export function createFailure(code: Exclude<FailureCode, "not-found">, detail?: FailureDetail): Failure;
export function createFailure(code: FailureCode, detail: FailureDetail = {}): Failure {
	const text = FAILURE_TEXT[code];
	return { code, message: formatSentence(text.message, detail), hint: formatSentence(text.hint, detail), detail };
}

/**
 * A failure that a broker's reason code explains. Its detail carries `reasonCode` (a number), from which the page takes the words
 * in its own language, the broker's own words as `reasonString`, and as `serverReference` the server that it points to, where it
 * sent any.
 */
export function createReasonFailure(
	code: "connack-refused" | "server-disconnect" | "publish-refused",
	reasonCode: number,
	reasonString: string | null = null,
	serverReference: string | null = null,
): Failure {
	const advice: Readonly<Record<number, string>> = REASON_CODE_ADVICE;
	return createFailure(code, {
		reasonCode,
		code: formatReasonCode(reasonCode),
		reason: isReasonCode(reasonCode) ? REASON_CODE_TEXT[reasonCode] : "unknown reason",
		advice: advice[reasonCode] ?? REASON_CODE_ADVICE_DEFAULT,
		...(reasonString === null ? {} : { reasonString }),
		...(serverReference === null ? {} : { serverReference }),
	});
}

/** Its detail carries the secrets' names (`secretNames`, a comma between two), from which the page takes the words in its own language. */
export function createSecretsFailure(name: string, missing: readonly SecretName[]): Failure {
	const words = missing.map((secret) => {
		if (!isFixed(secret)) return SECRET_TEXT.header.replace("{{header}}", secret.slice("header:".length));
		return SECRET_TEXT[secret];
	});
	return createFailure("secrets-needed", { name, secrets: words.join(", "), secretNames: missing.join(",") });
}

function isFixed(secret: SecretName): secret is Exclude<keyof typeof SECRET_TEXT, "header"> {
	return secret in SECRET_TEXT;
}

/** A refusal of a SOCKS5 proxy; its detail carries `socksReply`, as above. */
export function createSocksFailure(socksReply: number, detail: FailureDetail): Failure {
	const reply = isSocksReply(socksReply) ? SOCKS_REPLY_TEXT[socksReply] : SOCKS_REPLY_TEXT[1];
	return createFailure("proxy-socks-refused", { ...detail, socksReply, reply });
}

function isSocksReply(reply: number): reply is keyof typeof SOCKS_REPLY_TEXT {
	return reply in SOCKS_REPLY_TEXT;
}

/** `invalid-input` with the fields that need a change. */
export function createInputFailure(problems: readonly FieldProblem[]): Failure {
	return { ...createFailure("invalid-input"), problems };
}
