/**
 * What is being written in the composers, so that it is there when a page is loaded again, and in a second one. In memory alone, never on
 * disk: a payload may be a secret. It goes with its connection, and with the engine.
 */
import type { Result } from "../../shared/contract/spec.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import { listDraftTexts, MOST_DRAFT_BYTES, MOST_DRAFTS_BYTES, type WrittenDraft } from "../../shared/model/written-draft.ts";
import type { ConnectionList } from "./connection-list.ts";

export interface KeptDraft {
	readonly draft: WrittenDraft;
	readonly writer: string;
	/** Grows with whatever is kept, for any connection. */
	readonly revision: number;
}

export interface DraftWriting {
	readonly writer: string;
	/** What the writer saw last. */
	readonly basedOn: number;
	readonly draft: WrittenDraft;
}

export interface Drafts {
	find(connectionId: string): KeptDraft | null;
	/** null = another writer was faster. Where it is too large, what was kept before stays. */
	keep(connectionId: string, writing: DraftWriting): Result<{ readonly revision: number } | null>;
	/** Returns the way to stop. */
	onChange(listener: (connectionId: string) => void): () => void;
}

export function createDrafts(list: Pick<ConnectionList, "find" | "onChange">): Drafts {
	const kept = new Map<string, KeptDraft & { readonly bytes: number }>();
	const listeners = new Set<(connectionId: string) => void>();
	let revision = 0;
	let totalBytes = 0;

	list.onChange(({ what, id }) => {
		if (what !== "list" || list.find(id) !== undefined) return;
		totalBytes -= kept.get(id)?.bytes ?? 0;
		kept.delete(id);
	});

	return {
		find: (connectionId) => kept.get(connectionId) ?? null,
		keep(connectionId, { writer, basedOn, draft }) {
			const before = kept.get(connectionId);
			if (before !== undefined && before.writer !== writer && before.revision !== basedOn) return { ok: true, value: null };
			const bytes = listDraftTexts(draft).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
			if (bytes > MOST_DRAFT_BYTES) {
				return { ok: false, failure: createFailure("draft-too-large", { bytes, most: MOST_DRAFT_BYTES }) };
			}
			const wouldBe = totalBytes - (before?.bytes ?? 0) + bytes;
			if (wouldBe > MOST_DRAFTS_BYTES) {
				return { ok: false, failure: createFailure("drafts-too-large", { bytes: wouldBe, most: MOST_DRAFTS_BYTES }) };
			}
			totalBytes = wouldBe;
			revision += 1;
			kept.set(connectionId, { draft, writer, revision, bytes });
			for (const listener of listeners) listener(connectionId);
			return { ok: true, value: { revision } };
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
