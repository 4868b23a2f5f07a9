import { z } from "zod";
import { MOST_SAVED_CHARACTERS, MOST_SAVED_FILE_BYTES, MOST_SAVED_MESSAGES, type SavedMessage } from "../model/saved-message.ts";
import { PAYLOAD_FORMATS, type WrittenMessage } from "../model/written-message.ts";
import { checkTopicName } from "../topic/check-topic.ts";
import { mqttString, qos, recordId, textField } from "./field.ts";
import { command, feed } from "./spec.ts";
import { createWrittenProperties } from "./written-properties.ts";

const name = z.string().trim().min(1).max(200);
const folder = z.string().max(400);
/** As typed: what is wrong in it is said when it is sent. */
const typed = z.string().max(200_000);

const writtenMessage: z.ZodType<WrittenMessage> = z.strictObject({
	topic: textField(checkTopicName),
	format: z.enum(PAYLOAD_FORMATS),
	payload: z.string().max(MOST_SAVED_CHARACTERS),
	file: z
		.strictObject({
			name: z.string().min(1).max(1000),
			base64: z.base64().max(Math.ceil(MOST_SAVED_FILE_BYTES / 3) * 4),
		})
		.nullable(),
	qos,
	retain: z.boolean(),
	resolvesVariables: z.boolean(),
	properties: createWrittenProperties(typed, z.array(z.strictObject({ key: mqttString, value: mqttString })).max(1000)),
});

/** What a file of saved messages holds of each: the connections of another machine mean nothing here. */
const carriedMessage = z.strictObject({ name, folder, message: writtenMessage });

export const savedMessage: z.ZodType<SavedMessage> = z.strictObject({
	id: recordId,
	name,
	folder,
	connectionId: recordId.nullable(),
	message: writtenMessage,
});

export const SAVED_MESSAGES_VERSION = 1;

/** A file of saved messages. */
export const savedMessagesFile = z.strictObject({
	format: z.literal("parley-saved-messages"),
	version: z.literal(SAVED_MESSAGES_VERSION),
	messages: z.array(carriedMessage).max(MOST_SAVED_MESSAGES),
});

export type SavedMessagesFile = z.infer<typeof savedMessagesFile>;

export const savedMessageCommands = {
	/** `id` null = a new one; otherwise it takes the place of that one, wherever it stood. */
	"savedMessage.save": command<{ readonly id: string }>()(
		z.strictObject({ id: recordId.nullable(), name, folder, connectionId: recordId.nullable(), message: writtenMessage }),
	),
	"savedMessage.remove": command<null>()(z.strictObject({ id: recordId })),
	/** Adds all that the file holds, for all connections, or nothing of it. */
	"savedMessage.import": command<{ readonly added: number }>()(z.strictObject({ text: z.string().max(200_000_000) })),
};

export interface SavedMessagesBatch {
	readonly messages: readonly SavedMessage[];
}

export const savedMessageFeeds = {
	savedMessages: feed<SavedMessagesBatch>()(z.strictObject({})),
};
