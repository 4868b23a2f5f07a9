/** What stands in each connection's composer. It outlives navigation, and the topic outlives sending. */
import { createStore } from "zustand/vanilla";
import type { Failure } from "../../shared/model/failure.ts";
import type { QoS } from "../../shared/model/message.ts";
import { checkJson, type JsonError } from "../../shared/payload/format-json.ts";
import { createTopicMemory, type TopicMemory } from "./topic-memory.ts";

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
	/** How many the text is in UTF-8. */
	readonly payloadBytes: number;
	/** Where the text is not the JSON that it is meant to be; null also for one too large to be checked at every key, until it has been. */
	readonly jsonError: JsonError | null;
	/** Why the last publish was refused; gone with the next change. */
	readonly failure: Failure | null;
	readonly outcome: ComposerOutcome | null;
	/** Newest first. */
	readonly recentTopics: readonly string[];
	/** Grows with each message that was accepted. */
	readonly sends: number;
}

/** What lies beside a draft while the page lives. Changed in place: nothing is drawn from it. */
export interface ComposerDesk {
	/** What can be undone in the payload; the editor's own. */
	readonly editor: { held: unknown };
	/** Topics that have been seen in the conversation. */
	readonly seenTopics: TopicMemory;
}

export interface ComposerState {
	readonly entries: ReadonlyMap<string, ComposerEntry>;
	/** Of the payload's editor, in pixels; the same for all connections. */
	readonly editorHeightPx: number;
	/** Changed in place, as the desks are. */
	readonly desks: Map<string, ComposerDesk>;
}

export const LEAST_EDITOR_HEIGHT_PX = 44;
export const USUAL_EDITOR_HEIGHT_PX = 84;

const MOST_RECENT_TOPICS = 20;
/** Checked within a millisecond or two; larger ones in a pause, and when they are sent. */
export const MOST_CHECKED_CHARACTERS = 50_000;

const EMPTY: ComposerEntry = {
	draft: { topic: "", text: "", format: "text", qos: 0, retain: false },
	payloadBytes: 0,
	jsonError: null,
	failure: null,
	outcome: null,
	recentTopics: [],
	sends: 0,
};

export function createComposerStore() {
	return createStore<ComposerState>(() => ({
		entries: new Map(),
		editorHeightPx: USUAL_EDITOR_HEIGHT_PX,
		desks: new Map(),
	}));
}

/** The desk of this connection, which is there from the first time that somebody asks for it. */
export function openDesk(store: ReturnType<typeof createComposerStore>, connectionId: string): ComposerDesk {
	const { desks } = store.getState();
	const desk = desks.get(connectionId) ?? { editor: { held: null }, seenTopics: createTopicMemory() };
	desks.set(connectionId, desk);
	return desk;
}

export function selectComposer(state: ComposerState, connectionId: string): ComposerEntry {
	return state.entries.get(connectionId) ?? EMPTY;
}

export function applyComposer(state: ComposerState, connectionId: string, change: Partial<ComposerEntry>): ComposerState {
	return { ...state, entries: new Map(state.entries).set(connectionId, { ...selectComposer(state, connectionId), ...change }) };
}

/** A change by hand, which also puts away what was said about the last press. */
export function applyDraft(state: ComposerState, connectionId: string, change: Partial<ComposerDraft>): ComposerState {
	const entry = selectComposer(state, connectionId);
	const draft = { ...entry.draft, ...change };
	const isSameText = draft.text === entry.draft.text && draft.format === entry.draft.format;
	const jsonError = isSameText ? entry.jsonError : checkWhileTyping(draft);
	const payloadBytes = draft.text === entry.draft.text ? entry.payloadBytes : countUtf8Bytes(draft.text);
	return applyComposer(state, connectionId, { draft, payloadBytes, jsonError, failure: null, outcome: null });
}

function checkWhileTyping({ format, text }: ComposerDraft): JsonError | null {
	return format === "json" && text !== "" && text.length <= MOST_CHECKED_CHARACTERS ? checkJson(text) : null;
}

function countUtf8Bytes(text: string): number {
	return new TextEncoder().encode(text).byteLength;
}

/** Topic and payload stay: the next message is often the same, or nearly. */
export function applyPublished(state: ComposerState, connectionId: string, sent: ComposerDraft): ComposerState {
	const entry = selectComposer(state, connectionId);
	const recentTopics = [sent.topic, ...entry.recentTopics.filter((topic) => topic !== sent.topic)].slice(0, MOST_RECENT_TOPICS);
	return applyComposer(state, connectionId, { recentTopics, failure: null, outcome: null, sends: entry.sends + 1 });
}
