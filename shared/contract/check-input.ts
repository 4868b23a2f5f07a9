import type { z } from "zod";
import { createInputFailure } from "../model/create-failure.ts";
import { readProblems } from "./field.ts";
import type { Result } from "./spec.ts";

/** Checks anything at all against a schema: the value with its type, or `invalid-input` with a problem for each field. Never throws. */
export function checkInput<Value>(schema: z.ZodType<Value>, input: unknown): Result<Value> {
	const checked = schema.safeParse(input, { reportInput: true });
	if (checked.success) return { ok: true, value: checked.data };
	return { ok: false, failure: createInputFailure(readProblems(checked.error)) };
}
