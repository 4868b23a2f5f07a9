/** Goes through a selection in the engine's steps: shows how far it has come where it takes a while, and stops where it is asked to. */
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { Stores } from "../state/create-stores.ts";
import type { SelectionWorkKind } from "../state/selection-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";

/** One step behind a seq; `next` null = that was the last. */
export type TakeStep = (
	after: number,
) => Promise<
	| { readonly ok: true; readonly value: { readonly done: number; readonly next: number | null } }
	| { readonly ok: false; readonly failure: Failure }
>;

export interface WorkEnd {
	readonly isStopped: boolean;
	readonly failure: Failure | null;
}

/** `of`: how many messages there are to go through, as they were counted. */
export async function workOnSelection(stores: Stores, kind: SelectionWorkKind, of: number, take: TakeStep): Promise<WorkEnd> {
	if (stores.selection.getState().work !== null) return { isStopped: true, failure: createFailure("selection-busy") };
	stores.selection.setState({ work: { kind, done: 0, of, isStopping: false } });
	try {
		let done = 0;
		for (let after: number | null = 0; after !== null; ) {
			if (stores.selection.getState().work?.isStopping === true) return { isStopped: true, failure: null };
			const step = await take(after);
			if (!step.ok) return { isStopped: true, failure: step.failure };
			done += step.value.done;
			after = step.value.next;
			stores.selection.setState(({ work }) => ({ work: work === null ? null : { ...work, done } }));
		}
		return { isStopped: false, failure: null };
	} finally {
		stores.selection.setState({ work: null });
	}
}

export const stopSelectionWork: Action<ConnectionSubject> = {
	id: "messages.stopWork",
	label: "selection.stop",
	when: (stores) => stores.selection.getState().work?.isStopping === false,
	run({ stores }) {
		stores.selection.setState(({ work }) => ({ work: work === null ? null : { ...work, isStopping: true } }));
		return null;
	},
};
