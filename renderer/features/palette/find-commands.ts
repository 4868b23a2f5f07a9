import * as fuzzysort from "fuzzysort";
import type { PaletteCommand } from "./list-commands.ts";

/** More are not looked at; one types on. */
const MOST_SHOWN = 100;
/** Below it the letters are there in order, but nobody would call it the same word. */
const LEAST_SCORE = 0.3;

/** Best first; all in their own order where nothing has been typed. Letters may be missing, and words in any order. */
export function findCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
	const wanted = query.trim();
	if (wanted === "") return commands.slice(0, MOST_SHOWN);
	return fuzzysort
		.go(wanted, commands, {
			keys: [(command) => command.label, (command) => command.group, (command) => command.alias],
			limit: MOST_SHOWN,
			threshold: LEAST_SCORE,
		})
		.map((found) => found.obj);
}
