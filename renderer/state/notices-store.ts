import { createStore } from "zustand/vanilla";
import type { Failure } from "../../shared/model/failure.ts";
import type { TextKey } from "../i18n/text-key.ts";
import type { TextValues } from "../i18n/use-text.ts";

/** Something short to be told once: a command failed, or something went well that cannot be seen elsewhere. */
export type NoticeContent =
	| { readonly kind: "failure"; readonly failure: Failure }
	| { readonly kind: "done"; readonly text: TextKey; readonly values?: TextValues };

export interface Notice {
	readonly id: number;
	readonly content: NoticeContent;
}

export interface NoticesState {
	readonly notices: readonly Notice[];
	readonly nextId: number;
}

/** More than a reader can take in at once; the oldest go first. */
const MOST_NOTICES = 4;

export function createNoticesStore() {
	return createStore<NoticesState>(() => ({ notices: [], nextId: 1 }));
}

export function applyNotice(state: NoticesState, content: NoticeContent): NoticesState {
	const notices = [...state.notices, { id: state.nextId, content }].slice(-MOST_NOTICES);
	return { notices, nextId: state.nextId + 1 };
}

export function applyNoticeDismissed(state: NoticesState, id: number): NoticesState {
	return { ...state, notices: state.notices.filter((notice) => notice.id !== id) };
}
