import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import type { LocalBrokerState } from "../../../shared/model/local-broker.ts";
import type { LocalBroker } from "../local-broker/local-broker.ts";
import { createPacer } from "./create-pacer.ts";

const INTERVAL_MS = 20;

/** The built-in broker's state, now and after each change. */
export function openBrokerFeed(localBroker: LocalBroker, { wake }: FeedContext): FeedSource<LocalBrokerState> {
	const pacer = createPacer(INTERVAL_MS, wake);
	const stop = localBroker.onState(() => pacer.mark());
	wake();
	return {
		take: () => localBroker.state,
		close() {
			stop();
			pacer.close();
		},
	};
}
