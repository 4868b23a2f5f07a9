import type { DraftBatch } from "../../../shared/contract/draft.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { ConnectionList } from "../connection-list.ts";
import type { Drafts, KeptDraft } from "../create-drafts.ts";
import { createPacer } from "./create-pacer.ts";

const INTERVAL_MS = 50;

export interface DraftFeedParts {
	readonly list: ConnectionList;
	readonly drafts: Drafts;
}

/** One connection's draft: at once, and then whenever another than this writer has written. */
export function openDraftFeed(
	{ list, drafts }: DraftFeedParts,
	{ connectionId, writer }: { readonly connectionId: string; readonly writer: string },
	{ wake }: FeedContext,
): Result<FeedSource<DraftBatch>> {
	if (list.find(connectionId) === undefined) {
		return { ok: false, failure: createFailure("not-found", { what: "connection" }) };
	}
	const pacer = createPacer(INTERVAL_MS, wake);
	const stop = drafts.onChange((id) => {
		if (id === connectionId) pacer.mark();
	});
	let told: KeptDraft | null | undefined;
	wake();
	return {
		ok: true,
		value: {
			take() {
				const now = drafts.find(connectionId);
				const isNews = told === undefined || (now !== told && now?.writer !== writer);
				told = now;
				return isNews ? { draft: now?.draft ?? null, revision: now?.revision ?? 0 } : null;
			},
			close() {
				stop();
				pacer.close();
			},
		},
	};
}
