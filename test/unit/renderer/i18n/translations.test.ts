import { describe, expect, test } from "vitest";
import { createTexts, readSpokenLanguage, TRANSLATIONS } from "../../../../renderer/i18n/create-texts.ts";
import { formatFailure } from "../../../../renderer/i18n/format-failure.ts";
import { readOptions, type SayText } from "../../../../renderer/i18n/use-text.ts";
import { createFailure, createReasonFailure } from "../../../../shared/model/create-failure.ts";
import { flattenTexts } from "./flatten-texts.ts";

const sayIn = (language: keyof typeof TRANSLATIONS): SayText => {
	const texts = createTexts(language);
	return (key, values) => texts.t(key, readOptions(values));
};

const placeholders = (text: string) => [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, value]) => value).sort();

describe.each(["zh-CN", "ja"] as const)("%s", (language) => {
	const own = flattenTexts(TRANSLATIONS[language]);
	const source = flattenTexts(TRANSLATIONS.en);

	test("has every text, and none that English has not", () => {
		expect([...own.keys()].sort()).toEqual([...source.keys()].sort());
	});

	test("leaves no text empty", () => {
		expect([...own].filter(([, text]) => text.trim() === "")).toEqual([]);
	});

	test("uses exactly the values that English uses", () => {
		const different = [...source].filter(
			([key, text]) => String(placeholders(text)) !== String(placeholders(own.get(key) ?? "")),
		);
		expect(different.map(([key]) => key)).toEqual([]);
	});
});

test("a failure is said in the reader's language, with the reason code in words", () => {
	const failure = createReasonFailure("connack-refused", 0x87, "go away");
	expect(formatFailure(sayIn("en"), failure)).toEqual({
		message: "The broker refused the connection: not authorised (0x87). “go away”",
		hint: "Check Username and Password, and what the broker allows this user to do.",
	});
	expect(formatFailure(sayIn("ja"), failure).message).toContain("権限なし");
});

test("in English it is what the terminal and the log say", () => {
	const failure = createFailure("refused", { host: "h", port: 1 });
	expect(formatFailure(sayIn("en"), failure)).toEqual({ message: failure.message, hint: failure.hint });
});

test("a hostile value is shown as it is: not escaped, not nested, not interpolated again", () => {
	const host = "<b>$t(app.name) {{port}} &amp;</b>";
	expect(formatFailure(sayIn("en"), createFailure("refused", { host, port: 1 })).message).toContain(host);
});

test("a detail cannot steer the library", () => {
	const failure = createFailure("host-not-found", { host: "h", lng: "ja", defaultValue: "x", ns: "y", context: "z" });
	expect(formatFailure(sayIn("en"), failure).message).toBe("No address was found for the host “h”.");
});

test("the system's language is the first of the reader's that there is", () => {
	expect(readSpokenLanguage("system", ["fr-FR", "zh-TW", "en"])).toBe("zh-CN");
	expect(readSpokenLanguage("system", ["ja-JP"])).toBe("ja");
	expect(readSpokenLanguage("system", ["fr"])).toBe("en");
	expect(readSpokenLanguage("ja", ["en"])).toBe("ja");
});

test("a plural follows its count", () => {
	expect(sayIn("en")("subscription.received", { count: 1 })).toBe("1 message");
	expect(sayIn("en")("subscription.received", { count: 2 })).toBe("2 messages");
	expect(sayIn("zh-CN")("subscription.received", { count: 2 })).toBe("2 条消息");
});

test("an amount is written as the language does, and a port is none", () => {
	const failure = createFailure("above-maximum-packet-size", { bytes: 1_234_567, maximum: 1_000_000 });
	expect(failure.message).toBe("The packet has 1,234,567 bytes; the limit is 1,000,000.");
	for (const language of ["en", "zh-CN", "ja"] as const) {
		expect(formatFailure(sayIn(language), failure).message).toContain("1,234,567");
		expect(formatFailure(sayIn(language), createFailure("refused", { host: "h", port: 18_830 })).message).toContain("18830");
	}
	expect(sayIn("en")("subscription.received", { count: 12_345 })).toBe("12,345 messages");
});

test("what is gone is named in the reader's language", () => {
	const failure = createFailure("not-found", { what: "subscription" });
	expect(formatFailure(sayIn("en"), failure).message).toBe("That subscription is no longer there.");
	expect(formatFailure(sayIn("ja"), failure).message).toBe("そのサブスクリプションはもうありません。");
	expect(formatFailure(sayIn("zh-CN"), failure).message).toBe("该订阅已不存在。");
});
