/** What stands in each connection's composer. It outlives navigation, and the topic outlives sending. */
import { createStore } from "zustand/vanilla";
import type { Failure } from "../../shared/model/failure.ts";
import type { QoS } from "../../shared/model/message.ts";
import { checkJson, type JsonError } from "../../shared/payload/format-json.ts";

export interface ComposerDraft {
	readonly topic: string;
	/** The payload as typed, whatever the format. */
	readonly text: string;
	readonly format: "text" | "json";
	readonly qos: QoS;
	readonly retain: boolean;
}

/** What the last press did, where it cannot be seen in the conversation. */
export interface ComposerOutcome {
	readonly kind: "cleared" | "clear-waits";
	readonly topic: string;
}

export interface ComposerEntry {
	readonly draft: ComposerDraft;
	/** Where the text is not the JSON that it is meant to be; null also for one too large to be checked at every key. */
	readonly jsonError: JsonError | null;
	/** Why the last publish was refused; gone with the next change. */
	readonly failure: Failure | null;
	readonly outcome: ComposerOutcome | null;
	/** Newest first. */
	readonly recentTopics: readonly string[];
}

export interface ComposerState {
	readonly entries: ReadonlyMap<string, ComposerEntry>;
}

const MOST_RECENT_TOPICS = 20;
/** Checked within a few milliseconds; larger ones only when they are sent. */
const MOST_CHECKED_CHARACTERS = 200_000;

const EMPTY: ComposerEntry = {
	draft: { topic: "", text: "", format: "text", qos: 0, retain: false },
	jsonError: null,
	failure: null,
	outcome: null,
	recentTopics: [],
};

export function createComposerStore() {
	return createStore<ComposerState>(() => ({ entries: new Map() }));
}

export function selectComposer(state: ComposerState, connectionId: string): ComposerEntry {
	return state.entries.get(connectionId) ?? EMPTY;
}

export function applyComposer(state: ComposerState, connectionId: string, change: Partial<ComposerEntry>): ComposerState {
	return { entries: new Map(state.entries).set(connectionId, { ...selectComposer(state, connectionId), ...change }) };
}

/** A change by hand, which also puts away what was said about the last press. */
export function applyDraft(state: ComposerState, connectionId: string, change: Partial<ComposerDraft>): ComposerState {
	const entry = selectComposer(state, connectionId);
	const draft = { ...entry.draft, ...change };
	const isSameText = draft.text === entry.draft.text && draft.format === entry.draft.format;
	const jsonError = isSameText ? entry.jsonError : checkWhileTyping(draft);
	return applyComposer(state, connectionId, { draft, jsonError, failure: null, outcome: null });
}

function checkWhileTyping({ format, text }: ComposerDraft): JsonError | null {
	return format === "json" && text !== "" && text.length <= MOST_CHECKED_CHARACTERS ? checkJson(text) : null;
}

/** Topic and payload stay: the next message is often the same, or nearly. */
export function applyPublished(state: ComposerState, connectionId: string, sent: ComposerDraft): ComposerState {
	const entry = selectComposer(state, connectionId);
	const recentTopics = [sent.topic, ...entry.recentTopics.filter((topic) => topic !== sent.topic)].slice(0, MOST_RECENT_TOPICS);
	return applyComposer(state, connectionId, { recentTopics, failure: null, outcome: null });
}
