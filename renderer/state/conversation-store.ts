/**
 * The conversation that is looked at: a window of it, and how the reader looks at it. How each of the others was looked at is
 * remembered, so that coming back finds the same place; their rows are not, they are the engine's.
 */
import { createStore } from "zustand/vanilla";
import type { ConversationBatch } from "../../shared/contract/message.ts";
import { type ConversationFilter, NO_FILTER } from "../../shared/model/conversation.ts";
import type { Failure } from "../../shared/model/failure.ts";
import {
	applyLeftEnd,
	applyTailBatch,
	applyWindowAgain,
	applyWindowBatch,
	type ConversationWindow,
	type FollowLimits,
	type Placing,
} from "./conversation-window.ts";

export type Direction = ConversationFilter["direction"];

/** How one conversation is looked at. */
export interface ConversationLook {
	readonly direction: Direction;
	/** What is searched for; empty = nothing. */
	readonly search: string;
	/** Rows without the text that is searched for are left out. */
	readonly onlyMatches: boolean;
	/** Only pinned messages are shown. */
	readonly onlyPinned: boolean;
	/** The row at the upper edge of a reader who is not at the end; null = at the end. */
	readonly place: { readonly seq: number; readonly offsetPx: number } | null;
}

/** What the list of messages is asked to do, by keys or from elsewhere. */
export type ListAsk =
	| "next"
	| "previous"
	| "first"
	| "latest"
	| "unread"
	| "inspect"
	| "fold"
	| "menu"
	| "toggle"
	| "extendNext"
	| "extendPrevious"
	/** Only the focus, for the current message. */
	| "focus";

export interface MatchCount {
	readonly count: number;
	readonly complete: boolean;
}

export interface ConversationState {
	readonly connectionId: string | null;
	/** What the rows were asked for with. */
	readonly filter: ConversationFilter;
	/** null until the first batch. */
	readonly window: ConversationWindow | null;
	/** Why there is no window, or none any more. */
	readonly failure: Failure | null;
	/** Messages after this seq had not been seen when the conversation was opened; null = none. */
	readonly unreadAfterSeq: number | null;
	/** How many messages hold the text that is searched for; null = not known, or nothing is searched for. */
	readonly matchCount: MatchCount | null;
	/** The hit that the reader was taken to. */
	readonly hitSeq: number | null;
	/** Grows when the search is asked to take the focus. */
	readonly searchFocusRequests: number;
	/** The last thing asked; each is an object of its own, so that the same can be asked again. */
	readonly listRequest: { readonly ask: ListAsk } | null;
	readonly limits: FollowLimits;
	readonly looks: ReadonlyMap<string, ConversationLook>;
}

const FIRST_LOOK: ConversationLook = { direction: "all", search: "", onlyMatches: false, onlyPinned: false, place: null };

export function createConversationStore() {
	return createStore<ConversationState>(() => ({
		connectionId: null,
		filter: NO_FILTER,
		window: null,
		failure: null,
		unreadAfterSeq: null,
		matchCount: null,
		hitSeq: null,
		searchFocusRequests: 0,
		listRequest: null,
		limits: { calm: 40, flooded: 24 },
		looks: new Map(),
	}));
}

export function applyConversationOpened(
	state: ConversationState,
	connectionId: string,
	unreadAfterSeq: number | null,
): ConversationState {
	return { ...applyConversationClosed(state), connectionId, unreadAfterSeq };
}

/** Nothing of it is kept but how it was looked at. */
export function applyConversationClosed(state: ConversationState): ConversationState {
	return {
		...state,
		connectionId: null,
		unreadAfterSeq: null,
		window: null,
		failure: null,
		matchCount: null,
		hitSeq: null,
	};
}

/** `placing`: what the feed was opened for; `isFirst`: its first batch. */
export function applyConversationBatch(
	state: ConversationState,
	batch: ConversationBatch,
	placing: Placing,
	isFirst: boolean,
): ConversationState {
	const { window } = state;
	if (isFirst || window === null) return { ...state, failure: null, window: applyWindowBatch(window, batch, placing) };
	if (batch.kind === "window") return { ...state, failure: null, window: applyWindowAgain(window, batch, placing) };
	return { ...state, window: applyTailBatch(window, batch, state.limits) };
}

export function applyConversationLeftEnd(state: ConversationState): ConversationState {
	if (state.window === null) return state;
	const window = applyLeftEnd(state.window);
	return window === state.window ? state : { ...state, window };
}

export function applyLook(state: ConversationState, connectionId: string, change: Partial<ConversationLook>): ConversationState {
	return { ...state, looks: new Map(state.looks).set(connectionId, { ...selectLook(state, connectionId), ...change }) };
}

export function selectLook(state: ConversationState, connectionId: string): ConversationLook {
	return state.looks.get(connectionId) ?? FIRST_LOOK;
}

/** The rows that are asked for. A search alone leaves nothing out: its hits are shown where they stand. */
export function selectFilter(look: ConversationLook, topicFilter: string | null): ConversationFilter {
	const text = look.onlyMatches && look.search !== "" ? look.search : null;
	return { direction: look.direction, topicFilter, text, pinned: look.onlyPinned };
}
