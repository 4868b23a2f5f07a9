/**
 * A search through the whole history. Hits are shown where they stand, one at a time, from the newest back; how many there are is
 * asked for by a second feed of the same conversation, which brings hardly more than the count and is paid slowly.
 */

import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useActionContext } from "../../../actions/use-action.ts";
import { applyLook, selectFilter, selectLook } from "../../../state/conversation-store.ts";
import { selectTopicFilter } from "../../../state/view-store.ts";
import type { ConversationScroll } from "../list/conversation-scroll.ts";
import { useMuted } from "../use-muted.ts";

const TYPING_PAUSE_MS = 180;
const COUNT_PAUSE_MS = 400;

export interface Search {
	/** As typed; what is searched for follows a moment later. */
	readonly typed: string;
	type(text: string): void;
	find(towards: "older" | "newer"): void;
	/** The last question of this kind found nothing. */
	readonly nothingTowards: "older" | "newer" | null;
}

export function useSearch(connectionId: string, scroll: ConversationScroll): Search {
	const { stores, host } = useActionContext();
	const search = useStore(stores.conversation, (state) => selectLook(state, connectionId).search);
	const onlyMatches = useStore(stores.conversation, (state) => selectLook(state, connectionId).onlyMatches);
	const onlyPinned = useStore(stores.conversation, (state) => selectLook(state, connectionId).onlyPinned);
	const direction = useStore(stores.conversation, (state) => selectLook(state, connectionId).direction);
	const topicFilter = useStore(stores.view, (state) => selectTopicFilter(state, connectionId));
	const muted = useMuted(connectionId);
	const [typed, setTyped] = useState(search);
	const [nothingTowards, setNothingTowards] = useState<Search["nothingTowards"]>(null);
	const question = useRef<AbortController | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	const find = useCallback(
		async (towards: "older" | "newer", from?: number) => {
			const state = stores.conversation.getState();
			const look = selectLook(state, connectionId);
			question.current?.abort();
			if (look.search === "") return;
			const own = new AbortController();
			question.current = own;
			const { bottomSeq } = scroll.position.getState();
			const filter = { ...selectFilter(look, topicFilter), ...muted, text: look.search };
			const start = from ?? state.hitSeq ?? bottomSeq + (towards === "older" ? 1 : -1);
			const found = await host.link.request(
				"message.find",
				{ connectionId, filter, from: Math.max(0, start), towards },
				own.signal,
			);
			if (own.signal.aborted || !found.ok) return;
			setNothingTowards(found.value === null ? towards : null);
			if (found.value === null) return;
			stores.conversation.setState({ hitSeq: found.value.seq });
			scroll.jumpToSeq(found.value.seq);
		},
		[connectionId, host, muted, scroll, stores, topicFilter],
	);

	const type = (text: string) => {
		setTyped(text);
		setNothingTowards(null);
		clearTimeout(timer.current);
		const begin = () => {
			stores.conversation.setState((state) => applyLook({ ...state, hitSeq: null }, connectionId, { search: text }), true);
			const { window } = stores.conversation.getState();
			const { onlyMatches: isFilter } = selectLook(stores.conversation.getState(), connectionId);
			if (text !== "" && !isFilter && window !== null) void find("older", window.totals.lastSeq + 1);
		};
		if (text === "") {
			question.current?.abort();
			begin();
		} else {
			timer.current = setTimeout(begin, TYPING_PAUSE_MS);
		}
	};

	useEffect(
		() => () => {
			clearTimeout(timer.current);
			question.current?.abort();
		},
		[],
	);

	useEffect(() => {
		stores.conversation.setState({ matchCount: null });
		if (search === "" || onlyMatches) return;
		let payment: ReturnType<typeof setTimeout> | undefined;
		const filter = { direction, topicFilter, text: search, pinned: onlyPinned, ...muted };
		const feed = host.link.openFeed(
			"conversation",
			{ connectionId, filter, place: { at: "end", limit: 1 } },
			{
				onBatch(batch) {
					stores.conversation.setState({ matchCount: batch.matches });
					payment = setTimeout(() => feed.pay(), COUNT_PAUSE_MS);
				},
				onEnd() {},
			},
		);
		return () => {
			clearTimeout(payment);
			feed.close();
		};
	}, [connectionId, direction, host, muted, onlyMatches, onlyPinned, search, stores, topicFilter]);

	return { typed, type, find: (towards) => void find(towards), nothingTowards };
}
