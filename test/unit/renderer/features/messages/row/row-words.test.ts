import { describe, expect, it } from "vitest";
import { describeDelivery } from "../../../../../../renderer/features/messages/row/describe-delivery.ts";
import { createRowTexts } from "../../../../../../renderer/features/messages/row/row-texts.ts";
import { findMatches, splitMatches } from "../../../../../../renderer/features/messages/row/split-matches.ts";
import { createTopicSubscriptions } from "../../../../../../renderer/features/messages/row/topic-subscriptions.ts";
import { createTexts } from "../../../../../../renderer/i18n/create-texts.ts";
import { formatClock, formatElapsed, formatExactTime } from "../../../../../../renderer/i18n/format-time.ts";
import { readOptions, type SayText } from "../../../../../../renderer/i18n/use-text.ts";
import { createFailure } from "../../../../../../shared/model/create-failure.ts";

const translations = createTexts("en");
const say: SayText = (key, values) => translations.t(key, readOptions(values));
const texts = createRowTexts(say, "en");
const AT = new Date(2026, 4, 4, 9, 5, 7, 42).getTime();

describe("a published message's way", () => {
	it("is told by its last step, with the time the answer took and the reason where it is not success", () => {
		const sent = { step: "sent", at: AT } as const;
		expect(describeDelivery({ state: "waiting", ticks: [{ step: "queued", at: AT }] }, texts).label).toBe("Waiting");
		expect(describeDelivery({ state: "done", ticks: [sent] }, texts).label).toBe("Sent");
		const answered = { state: "done", ticks: [sent, { step: "puback", at: AT + 3.21, reasonCode: 0x10 }] } as const;
		expect(describeDelivery(answered, texts).label).toBe("PUBACK 3.2 ms: no matching subscribers");
		expect(describeDelivery(answered, texts).steps.split("\n")).toEqual([
			"2026-05-04 09:05:07.042  Sent",
			"2026-05-04 09:05:07.045  PUBACK: no matching subscribers",
		]);
		const again = { step: "resent", at: AT + 2000 } as const;
		const whole = [sent, again, { step: "pubrec", at: AT + 2500 }, { step: "pubcomp", at: AT + 3500 }] as const;
		expect(describeDelivery({ state: "done", ticks: whole }, texts).label).toBe("PUBCOMP 1.5 s");
	});

	it("that failed says why and what to do, with a broker's own words made visible", () => {
		const failure = createFailure("session-lost");
		expect(describeDelivery({ state: "failed", ticks: [], failure }, texts)).toMatchObject({
			label: "Not delivered",
			trouble: `${failure.message} ${failure.hint}`,
		});
		const tick = { step: "refused", at: AT, reasonCode: 0x87, reasonString: "no\u202Eoops" } as const;
		expect(describeDelivery({ state: "failed", ticks: [tick] }, texts).steps).toContain("“no⟨RLO⟩oops”");
	});
});

describe("what is searched for", () => {
	it("is marked wherever it stands, in either case of A to Z, and nothing is lost", () => {
		const split = (text: string, search: string) => splitMatches(text, findMatches(text, search));
		expect(split("Temp temp TEMP", "tEmp").map((part) => [part.text, part.isMatch])).toEqual([
			["Temp", true],
			[" ", false],
			["temp", true],
			[" ", false],
			["TEMP", true],
		]);
		expect(split("İİ x", "X").at(-1)).toEqual({ text: "x", isMatch: true });
		expect(split("abc", "")).toEqual([{ text: "abc", isMatch: false }]);
		const many = "ab".repeat(5000);
		const parts = split(many, "a");
		expect(parts.length).toBeLessThan(300);
		expect(parts.map((part) => part.text).join("")).toBe(many);
	});
});

describe("a topic's colour", () => {
	it("is that of the first subscription that lets it through", () => {
		const read = createTopicSubscriptions([
			{ filter: "sensor/+/t", colour: "green", alias: "Heat" },
			{ filter: "$share/g/sensor/#", colour: "red", alias: "" },
		]);
		expect([read("sensor/1/t"), read("sensor/1/h"), read("other")]).toEqual([
			{ colour: "green", name: "Heat" },
			{ colour: "red", name: "$share/g/sensor/#" },
			null,
		]);
		expect(read("sensor/2/t")).toBe(read("sensor/1/t"));
	});
});

describe("times and sizes", () => {
	it("are short in a row and exact on demand", () => {
		expect(formatClock(AT)).toBe("09:05:07");
		expect(formatExactTime(AT)).toBe("2026-05-04 09:05:07.042");
		expect([formatElapsed(0.44), formatElapsed(123.4), formatElapsed(1240)]).toEqual(["0.4 ms", "123 ms", "1.24 s"]);
		expect([312, 4234, 1_300_000].map(texts.formatSize)).toEqual(["312 B", "4.2 kB", "1.3 MB"]);
	});
});
