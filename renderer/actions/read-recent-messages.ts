import type { EngineLink } from "../../shared/contract/engine-link.ts";
import { unpackRows } from "../../shared/contract/row-columns.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { PublishedMessage } from "../../shared/model/message.ts";

export type RecentMessages =
	| { readonly ok: true; readonly messages: readonly PublishedMessage[] }
	| { readonly ok: false; readonly failure: Failure };

const MOST_RECENT = 20;
/** The same message is often sent again and again: it is looked at so many rows to find twenty that differ. */
const MOST_READ = 300;

/** What was published last, newest first, each message once: from the history, so that it is there after a restart too. */
export function readRecentMessages(link: EngineLink, connectionId: string): Promise<RecentMessages> {
	const filter = { direction: "published", topicFilter: null, text: null, pinned: false } as const;
	return new Promise((resolve) => {
		const feed = link.openFeed(
			"conversation",
			{ connectionId, filter, place: { at: "end", limit: MOST_READ } },
			{
				onBatch(batch) {
					const rows = unpackRows(batch.rows).filter((row) => row.kind === "published");
					resolve({ ok: true, messages: selectDifferent(rows.reverse()) });
					feed.close();
				},
				onEnd: (failure) => resolve({ ok: false, failure }),
			},
		);
	});
}

function selectDifferent(messages: readonly PublishedMessage[]): readonly PublishedMessage[] {
	const different = new Map<string, PublishedMessage>();
	const bytes = new TextDecoder("latin1");
	for (const message of messages) {
		const { topic, qos, retain, payload, payloadBytes, seq } = message;
		// Of a long payload only the beginning is here: another one with the same beginning is another message.
		const rest = payloadBytes > payload.byteLength ? seq : 0;
		const key = JSON.stringify([topic, qos, retain, rest, bytes.decode(payload)]);
		if (!different.has(key)) different.set(key, message);
		if (different.size === MOST_RECENT) break;
	}
	return [...different.values()];
}
