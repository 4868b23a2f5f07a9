/**
 * Keeps what is typed in one connection's composer with the engine, and takes over what another page typed, until it is told to stop. What
 * is being typed here is never replaced: only what differs from the last common draft on the other side alone is taken over.
 */
import type { DraftBatch } from "../../shared/contract/draft.ts";
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { listDraftTexts, MOST_DRAFT_BYTES, type WrittenDraft } from "../../shared/model/written-draft.ts";
import { applyComposer, applyDraft, openDesk, selectComposer } from "../state/composer-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { isSameDraft, mergeDrafts, selectWritten } from "../state/merge-drafts.ts";
import { pourFeed } from "./pour-feed.ts";

/** From the first key that is not kept yet; while somebody types on, it is kept so often. */
const KEEP_AFTER_MS = 300;

export function followDraft(link: EngineLink, store: Stores["composer"], connectionId: string): () => void {
	const encoder = new TextEncoder();
	const writer = crypto.randomUUID();
	const desk = openDesk(store, connectionId);
	const read = () => selectWritten(selectComposer(store.getState(), connectionId).draft);
	const first = desk.draft.first ?? read();
	desk.draft.first = first;
	let common = desk.draft.common ?? first;
	let basedOn = 0;
	/** The engine's own has been seen since the link came up: before, keeping could replace what another page has written. */
	let isInStep = false;
	let isAsking = false;
	let refused: WrittenDraft | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;

	const share = (draft: WrittenDraft) => {
		common = draft;
		desk.draft.common = draft;
	};
	const say = (notKept: Failure | null) => {
		refused = notKept === null ? null : read();
		if (selectComposer(store.getState(), connectionId).notKept === notKept) return;
		store.setState((state) => applyComposer(state, connectionId, { notKept }), true);
	};
	const schedule = () => {
		if (timer !== null || isAsking || !isInStep) return;
		const draft = read();
		if (isSameDraft(draft, common)) return say(null);
		if (refused === null || !isSameDraft(draft, refused)) timer = setTimeout(keep, KEEP_AFTER_MS);
	};
	const ask = async (draft: WrittenDraft) => {
		isAsking = true;
		const answer = await link.request("draft.keep", { connectionId, writer, basedOn, draft });
		isAsking = false;
		if (!answer.ok) {
			// A link that comes back, and a connection that is gone, are told of by the feed, or by the list.
			if (answer.failure.code === "draft-too-large" || answer.failure.code === "drafts-too-large") say(answer.failure);
			else isInStep = false;
		} else if (answer.value !== null) {
			basedOn = answer.value.revision;
			share(draft);
			say(null);
		}
		schedule();
	};
	const keep = () => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		const draft = read();
		const bytes = encoder.encode(listDraftTexts(draft).join("")).byteLength;
		if (bytes > MOST_DRAFT_BYTES) say(createFailure("draft-too-large", { bytes, most: MOST_DRAFT_BYTES }));
		else void ask(draft);
	};
	const takeOver = ({ draft, revision }: DraftBatch) => {
		basedOn = revision;
		isInStep = true;
		// An engine that has been started anew knows nothing: what stands here is all there is.
		const other = draft ?? first;
		if (draft !== null) {
			const own = read();
			const merged = mergeDrafts(own, common, draft);
			if (!isSameDraft(merged, own)) store.setState((state) => applyDraft(state, connectionId, merged), true);
		}
		share(other);
		schedule();
	};

	const stop = pourFeed(link, "draft", { connectionId, writer }, takeOver);
	const unsubscribe = store.subscribe((state, before) => {
		if (state.entries.get(connectionId)?.draft !== before.entries.get(connectionId)?.draft) schedule();
	});
	const keepNow = () => {
		if (timer !== null) keep();
	};
	window.addEventListener("pagehide", keepNow);
	return () => {
		keepNow();
		if (timer !== null) clearTimeout(timer);
		isInStep = false;
		window.removeEventListener("pagehide", keepNow);
		unsubscribe();
		stop();
	};
}
