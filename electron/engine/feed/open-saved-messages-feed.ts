import type { SavedMessagesBatch } from "../../../shared/contract/saved-message.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import type { Profiles } from "../profiles/profiles.ts";
import { createPacer } from "./create-pacer.ts";

const INTERVAL_MS = 50;

/** The saved messages, now and after each change of them; what else changes in the profiles sends nothing. */
export function openSavedMessagesFeed(profiles: Profiles, { wake }: FeedContext): FeedSource<SavedMessagesBatch> {
	const pacer = createPacer(INTERVAL_MS, wake);
	const stop = profiles.onChange(() => pacer.mark());
	let told: SavedMessagesBatch["messages"] | null = null;
	wake();
	return {
		take() {
			if (profiles.savedMessages === told) return null;
			told = profiles.savedMessages;
			return { messages: told };
		},
		close() {
			stop();
			pacer.close();
		},
	};
}
