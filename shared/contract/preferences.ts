import { z } from "zod";
import type { Failure } from "../model/failure.ts";
import type { Preferences } from "../model/preferences.ts";
import { wholeNumber } from "./field.ts";
import { command, feed } from "./spec.ts";

export const preferences: z.ZodType<Preferences> = z.strictObject({
	theme: z.enum(["system", "light", "dark"]),
	contrast: z.enum(["system", "standard", "more"]),
	density: z.enum(["comfortable", "compact"]),
	language: z.enum(["system", "en", "zh-CN", "ja"]),
	keepMessages: wholeNumber(100, 1_000_000_000),
});

export const preferencesCommands = {
	"preferences.update": command<null>()(z.strictObject({ preferences })),
};

/** What the whole program has to say: settings, and standing trouble that belongs to no single connection. */
export interface ProgramBatch {
	readonly preferences: Preferences;
	/** E.g. the history was set aside; stays until its cause is gone. */
	readonly troubles: readonly Failure[];
	readonly version: string;
	readonly dataFolder: string;
	/** False where passwords are in memory only and are asked for again after a restart. */
	readonly passwordsSurviveRestart: boolean;
}

export const preferencesFeeds = {
	program: feed<ProgramBatch>()(z.strictObject({})),
};
