import { z } from "zod";
import { MOST_DRAFT_BYTES, type WrittenDraft } from "../model/written-draft.ts";
import { PAYLOAD_FORMATS } from "../model/written-message.ts";
import { qos, recordId, wholeNumber } from "./field.ts";
import { command, feed } from "./spec.ts";
import { createWrittenProperties } from "./written-properties.ts";

/** As typed: what is wrong in it is said when it is sent. A text that is longer than this in characters is too large in bytes as well. */
const typed = z.string().max(MOST_DRAFT_BYTES);

const writtenDraft: z.ZodType<WrittenDraft> = z.strictObject({
	topic: typed,
	format: z.enum(PAYLOAD_FORMATS),
	text: typed,
	hex: typed,
	base64: typed,
	qos,
	retain: z.boolean(),
	resolvesVariables: z.boolean(),
	properties: createWrittenProperties(typed, z.array(z.strictObject({ key: typed, value: typed })).max(10_000)),
});

/** Who writes: a page, as long as it has this composer open. */
const writer = recordId;
const revision = wholeNumber(0, Number.MAX_SAFE_INTEGER);

export const draftCommands = {
	/**
	 * Keeps what stands in a connection's composer, in memory alone: a payload may be a secret. `basedOn` is the revision that the writer
	 * saw last; where another wrote meanwhile nothing is kept and the answer is null: the writer hears of it by the feed, and joins both.
	 */
	"draft.keep": command<{ readonly revision: number } | null>()(
		z.strictObject({ connectionId: recordId, writer, basedOn: revision, draft: writtenDraft }),
	),
};

export interface DraftBatch {
	/** null = nothing has been kept since the engine started. */
	readonly draft: WrittenDraft | null;
	readonly revision: number;
}

export const draftFeeds = {
	/** What is kept now, and then what others than the writer keep. */
	draft: feed<DraftBatch>()(z.strictObject({ connectionId: recordId, writer })),
};
