import { createStore } from "zustand/vanilla";
import type { ProgramBatch } from "../../shared/contract/preferences.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { Preferences } from "../../shared/model/preferences.ts";

export interface ProgramState {
	/** null until the engine has told. */
	readonly program: ProgramBatch | null;
	/** Troubles that the reader has put away, as `readTroubleKey` names them; they return when the engine tells another one. */
	readonly dismissedTroubles: ReadonlySet<string>;
}

export function createProgramStore() {
	return createStore<ProgramState>(() => ({ program: null, dismissedTroubles: new Set() }));
}

export function readTroubleKey(trouble: Failure): string {
	return `${trouble.code}\n${trouble.message}`;
}

/** A trouble that ended is forgotten, so that the same one is shown again when it comes back. */
export function applyProgramBatch(state: ProgramState, batch: ProgramBatch): ProgramState {
	const standing = new Set(batch.troubles.map(readTroubleKey));
	return {
		program: batch,
		dismissedTroubles: new Set([...state.dismissedTroubles].filter((key) => standing.has(key))),
	};
}

export function applyPreferences(state: ProgramState, preferences: Preferences): ProgramState {
	return state.program === null ? state : { ...state, program: { ...state.program, preferences } };
}

export function applyTroubleDismissed(state: ProgramState, trouble: Failure): ProgramState {
	return { ...state, dismissedTroubles: new Set(state.dismissedTroubles).add(readTroubleKey(trouble)) };
}
