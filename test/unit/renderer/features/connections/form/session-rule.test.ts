import { expect, test } from "vitest";
import { formatSessionRule } from "../../../../../../renderer/features/connections/form/session-rule.ts";
import { createTexts } from "../../../../../../renderer/i18n/create-texts.ts";
import { readOptions, type SayText } from "../../../../../../renderer/i18n/use-text.ts";

const texts = createTexts("en");
const say: SayText = (key, values) => texts.t(key, readOptions(values));

test.each([
	["5.0", false, 0, "The session is discarded at disconnect, because the expiry is 0."],
	["5.0", true, 0, "Each connect begins a new session, and it is discarded at disconnect, because the expiry is 0."],
	[
		"5.0",
		false,
		60,
		"The broker keeps the session for 60 s after a disconnect; what arrives meanwhile with QoS 1 and 2 follows.",
	],
	["5.0", true, 7200, "Each connect begins a new session; after a disconnect the broker keeps it for 2 hours."],
	[
		"5.0",
		false,
		0xffff_ffff,
		"The broker keeps the session until a Clean Start; what arrives meanwhile with QoS 1 and 2 follows.",
	],
	["5.0", true, 0xffff_ffff, "Each connect begins a new session; after a disconnect the broker keeps it without end."],
	["3.1.1", true, 60, "Each connect begins a new session, and it is discarded at disconnect."],
	["3.1", false, 0, "The broker keeps the session after a disconnect; what arrives meanwhile with QoS 1 and 2 follows."],
] as const)("MQTT %s, clean %s, expiry %i is said in one sentence", (version, cleanStart, sessionExpirySeconds, sentence) => {
	expect(formatSessionRule(say, { version, cleanStart, sessionExpirySeconds })).toBe(sentence);
});
