import type { OutgoingBatch } from "../../../shared/contract/outgoing.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { ConnectionList } from "../connection-list.ts";
import { createPacer } from "./create-pacer.ts";

/** A repeat may move a hundred times a second; nobody reads that. */
const INTERVAL_MS = 200;

/** One connection's repeats and queue, now and after each change. */
export function openOutgoingFeed(
	list: ConnectionList,
	connectionId: string,
	{ wake }: FeedContext,
): Result<FeedSource<OutgoingBatch>> {
	if (list.find(connectionId) === undefined) {
		return { ok: false, failure: createFailure("not-found", { what: "connection" }) };
	}
	const pacer = createPacer(INTERVAL_MS, wake);
	const stop = list.onChange(({ id, what }) => {
		if (id === connectionId && (what === "outgoing" || what === "list")) pacer.mark();
	});
	wake();
	return {
		ok: true,
		value: {
			take() {
				const session = list.find(connectionId)?.session;
				return session === undefined ? null : { repeats: session.repeats.list, queue: session.queue };
			},
			close() {
				stop();
				pacer.close();
			},
		},
	};
}
