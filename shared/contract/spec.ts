import { z } from "zod";
import type { Failure } from "../model/failure.ts";

// Under the page's content security policy nothing may be compiled at run time, and the library tries it when it makes a schema for an
// object. Here, because every file that makes one imports this.
z.config({ jitless: true });

/** What went well, or a Failure. Every command answers with one; none throws. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** A command: what goes in, checked at run time by the schema; what comes out, known to the compiler alone. */
export interface CommandSpec<Input, Output> {
	readonly input: z.ZodType<Input>;
	/** Never set; carries the type. */
	readonly output?: Output;
}

export interface FeedSpec<Input, Batch> {
	readonly input: z.ZodType<Input>;
	/** Never set; carries the type. */
	readonly batch?: Batch;
}

/** `command<Output>()(schema)`: the output named, the input taken from the schema. */
export function command<Output>() {
	return <Input>(input: z.ZodType<Input>): CommandSpec<Input, Output> => ({ input });
}

export function feed<Batch>() {
	return <Input>(input: z.ZodType<Input>): FeedSpec<Input, Batch> => ({ input });
}
