import type { WrittenMessage } from "./written-message.ts";

export interface SavedMessage {
	readonly id: string;
	readonly name: string;
	/** Levels are parted by `/`; empty = none. */
	readonly folder: string;
	/** null = for all connections, as it also is when its own is gone. */
	readonly connectionId: string | null;
	readonly message: WrittenMessage;
}

export const MOST_SAVED_MESSAGES = 10_000;
/** A file that is saved with a message is kept whole in the profiles. */
export const MOST_SAVED_FILE_BYTES = 1_048_576;
/** The payload's text: the profiles are written whole at each change. */
export const MOST_SAVED_CHARACTERS = 1_048_576;
