/** How texts are set, and the one word for one thing in each language: the glossary of CONTRIBUTING.md as far as a machine can read it. */
import { describe, expect, test } from "vitest";
import { TRANSLATIONS } from "../../../../renderer/i18n/create-texts.ts";
import { flattenTexts } from "./flatten-texts.ts";

const CJK = "[\\u3040-\\u30ff\\u3400-\\u9fff々]";
/** A value may end either way; what stands between braces is a name, not text. */
const blankValues = (text: string) => text.replace(/\{\{[^}]+\}\}/g, "\u0000");

function find(language: keyof typeof TRANSLATIONS, pattern: RegExp): readonly string[] {
	return [...flattenTexts(TRANSLATIONS[language])].filter(([, text]) => pattern.test(blankValues(text))).map(([, text]) => text);
}

/** Each names one thing in several places. */
const SAME_WORD = [
	["composer.topic", "form.willTopic"],
	["composer.payload", "form.willPayload", "inspector.payload"],
	["composer.retain", "form.willRetain"],
	["conversation.older", "inspector.previousHit"],
	["conversation.newer", "inspector.nextHit"],
	["form.clientId", "granted.clientId"],
	["form.keepAlive", "granted.keepAlive"],
	["form.sessionExpiry", "granted.sessionExpiry"],
	["app.reload", "inspector.reload"],
	["app.crashed", "failure.internal-error.message"],
] as const;

describe("English", () => {
	const sentences = [...flattenTexts(TRANSLATIONS.en)].filter(([key]) => /^(failure|rule|ruleRange|advice)\./.test(key));

	test("never raises its voice, and sets its marks as a book does", () => {
		expect(find("en", /!|\.\.\.|\w'\B|\s{2}|^\s|"$/)).toEqual([]);
	});

	test("says what is wrong, and what to do, in sentences", () => {
		const unfinished = sentences.filter(([, text]) => !/^["#$“+A-Z{].*(\.|\.”)$/.test(text) && text !== "{{advice}}");
		expect(unfinished).toEqual([]);
	});
});

test.each(["en", "zh-CN", "ja"] as const)("one thing has one word: %s", (language) => {
	const texts = flattenTexts(TRANSLATIONS[language]);
	// A value, and the brackets that it stands in, are no word.
	const read = (key: string) => texts.get(key)?.replace(/ ?[(（][^)）]*[)）]/, "");
	for (const keys of SAME_WORD) expect(new Set(keys.map(read)).size, keys.join()).toBe(1);
});

describe.each(["zh-CN", "ja"] as const)("%s", (language) => {
	test("sets full-width marks beside its own characters", () => {
		expect(find(language, new RegExp(`${CJK}[,.!?:;()]|[,!?;()]${CJK}`))).toEqual([]);
		expect(find(language, /[（）：；，。、！？] | [（）：；，。、！？]/)).toEqual([]);
	});

	test("leaves a space between its own characters and Latin letters or digits", () => {
		expect(find(language, new RegExp(`${CJK}[A-Za-z0-9$#+]|[A-Za-z0-9%]${CJK}`))).toEqual([]);
	});

	test("ends a sentence as its own language does", () => {
		expect(find(language, new RegExp(`${CJK}.*[.]$`))).toEqual([]);
	});
});

test("Chinese calls things by one name", () => {
	expect(find("zh-CN", /服务端|话题|有效载荷|报文体|历史(?!记录)|登陆|filter(?![.。/]|s)|[「」]/i)).toEqual([]);
});

test("Chinese calls a proxy 代理, and never a broker", () => {
	const english = flattenTexts(TRANSLATIONS.en);
	const named = [...flattenTexts(TRANSLATIONS["zh-CN"])].filter(([, text]) => /代理(?!项)/.test(text));
	expect(named.filter(([key]) => !/prox/i.test(english.get(key) ?? ""))).toEqual([]);
});

test("Japanese calls things by one name", () => {
	expect(find("ja", /サーバ(?!ー)|ブラウザ(?!ー)|フォルダ(?!ー)|ユーザ(?!ー)|購読|配達|端末装置|[“”]/)).toEqual([]);
});
