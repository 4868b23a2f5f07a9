/**
 * What is folded in the payloads of this list. A press keeps the row where it is: the reader is looking at it. What was found is brought to
 * light once, where a fold or the first screen hides it; from then on it may be folded away again.
 */
import { useCallback, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Message } from "../../../../shared/model/message.ts";
import { revealRanges } from "../../../../shared/payload/reveal-lines.ts";
import { type OutlineFold, UNFOLDED } from "../../../../shared/payload/select-outline-rows.ts";
import { toggleAll, toggleLine } from "../../../../shared/payload/toggle-fold.ts";
import { applyRowFold, type RowFolds, selectFolds } from "../../../state/fold-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import type { ConversationScroll } from "../list/conversation-scroll.ts";
import { readOutline } from "./read-outline.ts";
import { findMatches } from "./split-matches.ts";

export interface PayloadFolds {
	readonly folds: RowFolds;
	/** `part`: the number of a line that opens something, or everything. */
	readonly toggle: (seq: number, part: number | "all") => void;
	/** In the layout effect of every rendering of the rows, when they stand where they belong. */
	readonly afterRender: () => void;
}

export interface PayloadFoldsOptions {
	readonly connectionId: string;
	readonly scroll: ConversationScroll;
	readonly findMessage: (seq: number) => Message | null;
}

export function usePayloadFolds({ connectionId, scroll, findMessage }: PayloadFoldsOptions): PayloadFolds {
	const stores = useStores();
	const folds = useStore(stores.folds, (state) => selectFolds(state, connectionId));
	const hitSeq = useStore(stores.conversation, (state) => state.hitSeq);
	const isToggled = useRef(false);
	const revealed = useRef("");
	/** What was found, to be brought into sight when its row is drawn with this fold and stands in its place. */
	const awaited = useRef<{ readonly seq: number; readonly fold: OutlineFold | undefined } | null>(null);

	const put = useCallback(
		(seq: number, fold: OutlineFold) => stores.folds.setState((state) => applyRowFold(state, connectionId, seq, fold), true),
		[connectionId, stores],
	);
	const toggle = useCallback(
		(seq: number, part: number | "all") => {
			const message = findMessage(seq);
			const outline = message === null ? null : readOutline(message);
			if (outline === null || outline.kind === "empty") return;
			const fold = selectFolds(stores.folds.getState(), connectionId).get(seq) ?? UNFOLDED;
			isToggled.current = true;
			scroll.holdTop();
			if (outline.kind === "binary") put(seq, { ...fold, isWhole: !fold.isWhole });
			else if (part === "all") put(seq, toggleAll(outline.lines, fold));
			else put(seq, toggleLine(fold, part));
		},
		[connectionId, findMessage, put, scroll, stores],
	);

	const rows = useStore(stores.conversation, (state) => state.window?.rows);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the row may come later than the news of it
	useLayoutEffect(() => {
		const { looks } = stores.conversation.getState();
		const search = looks.get(connectionId)?.search ?? "";
		const message = hitSeq === null || search === "" ? null : findMessage(hitSeq);
		const own = `${hitSeq} ${search}`;
		if (message === null || revealed.current === own) return;
		revealed.current = own;
		awaited.current = { seq: message.seq, fold: selectFolds(stores.folds.getState(), connectionId).get(message.seq) };
		const outline = readOutline(message);
		if (outline.kind !== "json" && outline.kind !== "text") return;
		const fold = selectFolds(stores.folds.getState(), connectionId).get(message.seq) ?? UNFOLDED;
		const open = revealRanges(outline.lines, fold, findMatches(outline.text, search));
		if (open === fold) return;
		awaited.current = { seq: message.seq, fold: open };
		put(message.seq, open);
	}, [connectionId, findMessage, hitSeq, put, rows, stores]);

	const afterRender = useCallback(() => {
		const found = awaited.current;
		const placing = stores.conversation.getState().window?.placing;
		if (found !== null && placing?.at === "row" && placing.seq === found.seq && folds.get(found.seq) === found.fold) {
			awaited.current = null;
			scroll.showMark(found.seq);
		}
		if (!isToggled.current) return;
		isToggled.current = false;
		scroll.settle();
	}, [folds, scroll, stores]);
	return { folds, toggle, afterRender };
}
