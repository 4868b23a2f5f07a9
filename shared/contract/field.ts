import { z } from "zod";
import type { FieldProblem, Rule } from "../model/failure.ts";
import type { UserProperty } from "../model/message.ts";
import { checkMqttString } from "../topic/check-text.ts";
// Before any schema is made, here or in a file that takes its fields from here: the library is told what it may not try.
import "./spec.ts";

/** A text that must keep a rule: the check answers with the rule that it breaks, or null. Other rules are looked at all the same. */
export function textField(check: (text: string) => Rule | null): z.ZodType<string> {
	return z.string().check((context) => {
		const rule = check(context.value);
		if (rule !== null) context.issues.push({ code: "custom", input: context.value, params: { rule }, continue: true });
	});
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
	return z.number().int().min(least).max(most);
}

/** Any text that fits into an MQTT string; empty is allowed. */
export const mqttString = textField(checkMqttString);

/** The id of one of our own records. */
export const recordId = z.string().min(1).max(64);

export const qos = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** In this order; a key may repeat. Both may be empty. [MQTT 5.0, 1.5.7] */
export const userProperties: z.ZodType<readonly UserProperty[]> = z
	.array(z.strictObject({ key: mqttString, value: mqttString }))
	.max(1000);

/** Payload bytes. The protocol's own limit is 268,435,455 bytes for a whole packet. [MQTT-2.1.4] */
export const bytes: z.ZodType<Uint8Array> = z
	.instanceof(Uint8Array)
	.refine((value) => value.byteLength <= 268_435_455, { params: { rule: "too-long" } });

/** What a schema found, as problems that a form can show at its fields. */
export function readProblems(error: z.ZodError): readonly FieldProblem[] {
	return error.issues.map((issue) => ({ field: issue.path.map(String).join("."), ...readRule(issue) }));
}

function readRule(issue: z.core.$ZodIssue): Pick<FieldProblem, "rule" | "detail"> {
	switch (issue.code) {
		case "custom": {
			const rule = issue.params?.["rule"] as Rule | undefined;
			return { rule: rule ?? "wrong-shape" };
		}
		case "too_small":
			if (issue.origin === "string") return { rule: "required" };
			return { rule: "out-of-range", detail: { least: Number(issue.minimum) } };
		case "too_big":
			if (issue.origin === "string") return { rule: "too-long", detail: { most: Number(issue.maximum) } };
			return { rule: "out-of-range", detail: { most: Number(issue.maximum) } };
		case "invalid_type":
			// What a form could not read as a number; JSON has no way to say it.
			if (Number.isNaN(issue.input)) return { rule: "not-a-number" };
			return { rule: issue.input === undefined ? "required" : "wrong-shape" };
		default:
			return { rule: "wrong-shape" };
	}
}
