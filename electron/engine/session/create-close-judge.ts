/** A broker of 3.x closes without a word, and some do so on 5. What can be known about why is found out here. */
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { AttemptEnd } from "./open-attempt.ts";

export interface CloseJudge {
	/** How many closes in a row came soon after the login. */
	readonly quickCloses: number;
	/** A person begins anew. */
	reset(): void;
	/**
	 * Why a connection that had been accepted `openMs` ago ended; null = we ended it. `supersededId`: our client id, where another
	 * session of ours has taken it over.
	 */
	explain(end: AttemptEnd, openMs: number, supersededId: string | null): Failure | null;
}

/** A connection closed this soon after its login was closed because of it, if it happens again and again. */
const QUICK_CLOSE_MS = 5000;
const QUICK_CLOSES_TOLD = 3;

export function createCloseJudge(): CloseJudge {
	let quickCloses = 0;
	return {
		get quickCloses() {
			return quickCloses;
		},
		reset() {
			quickCloses = 0;
		},
		explain({ failure, isQuietClose }, openMs, supersededId) {
			if (!isQuietClose) {
				quickCloses = 0;
				return failure;
			}
			if (supersededId !== null) return createFailure("taken-over", { clientId: supersededId });
			quickCloses = openMs < QUICK_CLOSE_MS ? quickCloses + 1 : 0;
			return quickCloses < QUICK_CLOSES_TOLD ? failure : createFailure("closed-repeatedly", { count: quickCloses });
		},
	};
}
