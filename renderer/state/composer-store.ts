/** What stands in each connection's composer. It outlives navigation, and the topic outlives sending. */
import { createStore } from "zustand/vanilla";
import type { Failure } from "../../shared/model/failure.ts";
import type { WrittenDraft } from "../../shared/model/written-draft.ts";
import { checkJson, type JsonError } from "../../shared/payload/format-json.ts";
import { parseBytes } from "../../shared/payload/parse-bytes.ts";
import { maskVariables } from "../../shared/payload/resolve-variables.ts";
import { type ComposerDraft, EMPTY_DRAFT, selectPayloadText, selectTextField } from "./composer-draft.ts";
import { createTopicMemory, type TopicMemory } from "./topic-memory.ts";

/** What the last press did, where it cannot be seen in the conversation. */
export interface ComposerOutcome {
	/** `not-text`: the format that was chosen cannot say the bytes, and shows what stood there before. */
	readonly kind: "cleared" | "clear-waits" | "not-text";
	readonly topic: string;
}

export interface ComposerEntry {
	readonly draft: ComposerDraft;
	/** How many would be sent as it stands, before variables are resolved. */
	readonly payloadBytes: number;
	/** What is typed is not the hex, or not the base64, that it is meant to be. */
	readonly isNotBytes: boolean;
	/** Where the text is not the JSON that it is meant to be; null also for one too large to be checked at every key, until it has been. */
	readonly jsonError: JsonError | null;
	/** Why the last publish was refused; gone with the next change. */
	readonly failure: Failure | null;
	readonly outcome: ComposerOutcome | null;
	/** Newest first. */
	readonly recentTopics: readonly string[];
	/** Why what stands here would be gone after a reload. */
	readonly notKept: Failure | null;
	/** Grows with each message that was accepted. */
	readonly sends: number;
}

/** What lies beside a draft while the page lives. Changed in place: nothing is drawn from it. */
export interface ComposerDesk {
	/** What can be undone in the payload; the editor's own. */
	readonly editors: Readonly<Record<"text" | "hex" | "base64", { held: unknown }>>;
	/** What stood here at first, and what this page and the engine last had both; null until then. */
	readonly draft: { first: WrittenDraft | null; common: WrittenDraft | null };
	/** Topics that have been seen in the conversation. */
	readonly seenTopics: TopicMemory;
}

export interface ComposerState {
	readonly entries: ReadonlyMap<string, ComposerEntry>;
	/** Of the payload's editor, in pixels; the same for all connections. */
	readonly editorHeightPx: number;
	/** The properties of MQTT 5 are unfolded; the same for all connections. */
	readonly showsProperties: boolean;
	/** Changed in place, as the desks are. */
	readonly desks: Map<string, ComposerDesk>;
}

export const LEAST_EDITOR_HEIGHT_PX = 44;
export const USUAL_EDITOR_HEIGHT_PX = 84;

const MOST_RECENT_TOPICS = 20;
/** Checked within a millisecond or two; larger ones in a pause, and when they are sent. */
export const MOST_CHECKED_CHARACTERS = 50_000;

const EMPTY: ComposerEntry = {
	draft: EMPTY_DRAFT,
	payloadBytes: 0,
	isNotBytes: false,
	jsonError: null,
	failure: null,
	outcome: null,
	recentTopics: [],
	notKept: null,
	sends: 0,
};

export function createComposerStore() {
	return createStore<ComposerState>(() => ({
		entries: new Map(),
		editorHeightPx: USUAL_EDITOR_HEIGHT_PX,
		showsProperties: false,
		desks: new Map(),
	}));
}

/** The desk of this connection, which is there from the first time that somebody asks for it. */
export function openDesk(store: ReturnType<typeof createComposerStore>, connectionId: string): ComposerDesk {
	const { desks } = store.getState();
	const desk = desks.get(connectionId) ?? {
		editors: { text: { held: null }, hex: { held: null }, base64: { held: null } },
		draft: { first: null, common: null },
		seenTopics: createTopicMemory(),
	};
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
	const isSame =
		selectPayloadText(draft) === selectPayloadText(entry.draft) &&
		draft.format === entry.draft.format &&
		draft.file === entry.draft.file;
	const payload = isSame ? { payloadBytes: entry.payloadBytes, isNotBytes: entry.isNotBytes } : measurePayload(draft);
	const isSameCheck = isSame && draft.resolvesVariables === entry.draft.resolvesVariables;
	const jsonError = isSameCheck ? entry.jsonError : checkWhileTyping(draft);
	return applyComposer(state, connectionId, { draft, ...payload, jsonError, failure: null, outcome: null });
}

function checkWhileTyping({ format, text, resolvesVariables }: ComposerDraft): JsonError | null {
	if (format !== "json" || text === "" || text.length > MOST_CHECKED_CHARACTERS) return null;
	return checkJson(resolvesVariables ? maskVariables(text) : text);
}

function measurePayload(draft: ComposerDraft): Pick<ComposerEntry, "payloadBytes" | "isNotBytes"> {
	const field = selectTextField(draft.format);
	if (field === null) return { payloadBytes: draft.file?.bytes ?? 0, isNotBytes: false };
	const bytes = parseBytes(draft[field], field);
	return { payloadBytes: bytes?.byteLength ?? 0, isNotBytes: bytes === null };
}

/** Topic and payload stay: the next message is often the same, or nearly. */
export function applyPublished(state: ComposerState, connectionId: string, sent: ComposerDraft): ComposerState {
	const entry = selectComposer(state, connectionId);
	const recentTopics = [sent.topic, ...entry.recentTopics.filter((topic) => topic !== sent.topic)].slice(0, MOST_RECENT_TOPICS);
	return applyComposer(state, connectionId, { recentTopics, failure: null, outcome: null, sends: entry.sends + 1 });
}
