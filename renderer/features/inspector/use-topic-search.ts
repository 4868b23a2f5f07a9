import { useCallback, useEffect, useRef, useState } from "react";
import { unpackRows } from "../../../shared/contract/row-columns.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { Message } from "../../../shared/model/message.ts";
import { useActionContext } from "../../actions/use-action.ts";

export interface TopicSearch {
	/** Newest first, with previews. */
	readonly messages: readonly Message[];
	readonly isSearching: boolean;
	/** When the oldest row came that has been looked at; null before the first answer. */
	readonly searchedToAt: number | null;
	readonly reachesStart: boolean;
	readonly failure: Failure | null;
	/** Looks further back: for `limit` messages more. */
	searchOn(): void;
}

interface Found extends Omit<TopicSearch, "searchOn"> {
	readonly before: number;
}

/**
 * The messages of a topic that are older than `before`, a page at a time. The engine looks at a bounded number of rows for each
 * question, so that a page may come back with fewer than asked for, and the reader decides whether to go on.
 */
export function useTopicSearch(connectionId: string, topic: string, before: number, limit: number): TopicSearch {
	const { host } = useActionContext();
	const [found, setFound] = useState<Found>(() => begin(before));
	const question = useRef<AbortController | null>(null);

	const ask = useCallback(
		async (known: Found) => {
			question.current?.abort();
			const own = new AbortController();
			question.current = own;
			setFound({ ...known, isSearching: true, failure: null });
			const answer = await host.link.request(
				"message.readTopic",
				{ connectionId, topic, before: known.before, limit },
				own.signal,
			);
			if (own.signal.aborted) return;
			if (!answer.ok) {
				setFound({ ...known, isSearching: false, failure: answer.failure });
				return;
			}
			const { rows, searchedTo, searchedToAt, reachesStart } = answer.value;
			const more = unpackRows(rows).filter((row): row is Message => row.kind !== "event");
			setFound({
				messages: [...known.messages, ...more],
				isSearching: false,
				searchedToAt,
				reachesStart,
				failure: null,
				before: searchedTo,
			});
		},
		[connectionId, host, limit, topic],
	);
	useEffect(() => {
		void ask(begin(before));
		return () => question.current?.abort();
	}, [ask, before]);
	return { ...found, searchOn: () => void ask(found) };
}

function begin(before: number): Found {
	return { messages: [], isSearching: true, searchedToAt: null, reachesStart: false, failure: null, before };
}
