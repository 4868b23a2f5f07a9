import type { Failure } from "../../shared/model/failure.ts";
import { FAILURE_NOUN } from "../../shared/model/failure-text.ts";
import { formatReasonCode, isReasonCode, REASON_CODE_ADVICE } from "../../shared/model/reason-code.ts";
import { SECRET_TEXT, SOCKS_REPLY_TEXT } from "../../shared/model/transport-failure-text.ts";
import type { SayText } from "./use-text.ts";

/** A failure in the reader's language: what happened, and what to do next. A broker's own words follow in quotes, as they came. */
export function formatFailure(say: SayText, failure: Failure): { readonly message: string; readonly hint: string } {
	const code = failure.detail?.["reasonCode"];
	const words =
		typeof code === "number"
			? { reason: formatReason(say, code), advice: formatAdvice(say, code), code: formatReasonCode(code) }
			: {};
	const what = failure.detail?.["what"];
	const noun = isNoun(what) ? { what: say(`noun.${what}`) } : {};
	const values = { ...failure.detail, ...words, ...noun, ...formatOwnWords(say, failure) };
	const reasonString = failure.detail?.["reasonString"];
	const message = say(`failure.${failure.code}.message`, values);
	return {
		message: reasonString === undefined || reasonString === "" ? message : `${message} “${reasonString}”`,
		hint: say(`failure.${failure.code}.hint`, values),
	};
}

/** What a failure names by a number or a name of ours, in the reader's words. */
function formatOwnWords(say: SayText, { detail = {} }: Failure): Readonly<Record<string, string>> {
	const { secretNames, socksReply } = detail;
	const isReply = typeof socksReply === "number" && socksReply in SOCKS_REPLY_TEXT;
	return {
		...(typeof secretNames === "string"
			? {
					secrets: secretNames
						.split(",")
						.map((name) => formatSecret(say, name))
						.join(", "),
				}
			: {}),
		...(isReply ? { reply: say(`socksReply.${socksReply as keyof typeof SOCKS_REPLY_TEXT}`) } : {}),
	};
}

/** "private key"; a header's value by the header's name. */
export function formatSecret(say: SayText, name: string): string {
	if (name.startsWith("header:")) return say("secret.header", { header: name.slice("header:".length) });
	return isFixedSecret(name) ? say(`secret.${name}`) : name;
}

function isFixedSecret(name: string): name is Exclude<keyof typeof SECRET_TEXT, "header"> {
	return name !== "header" && name in SECRET_TEXT;
}

/** "not authorised", without its number. */
export function formatReason(say: SayText, code: number): string {
	return isReasonCode(code) ? say(`reason.${code}`) : say("reasonUnknown");
}

function formatAdvice(say: SayText, code: number): string {
	return isAdvised(code) ? say(`advice.${code}`) : say("adviceDefault");
}

function isAdvised(code: number): code is keyof typeof REASON_CODE_ADVICE {
	return code in REASON_CODE_ADVICE;
}

function isNoun(what: unknown): what is keyof typeof FAILURE_NOUN {
	return typeof what === "string" && Object.hasOwn(FAILURE_NOUN, what);
}
