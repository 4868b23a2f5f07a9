/**
 * The current message: the one stop of the Tab key in the list, where the keys go on from. It is known by its seq, so that windows
 * may replace each other around it. While the keys are used the list holds still; a row that leaves the page leaves the focus to the
 * list, and gets it back when it returns. Nothing here costs anything in a rendering while no row has the focus.
 */
import { type FocusEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ListAsk } from "../../../state/conversation-store.ts";
import type { ConversationWindow } from "../../../state/conversation-window.ts";
import { useStores } from "../../../state/use-stores.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";
import { measureRows } from "./row-positions.ts";
import { selectInSight, selectRevealPx, selectStep } from "./select-step.ts";

export interface CurrentRowOptions {
	readonly viewport: RefObject<HTMLDivElement | null>;
	readonly scroll: ConversationScroll;
	readonly inspect: (seq: number) => void;
	readonly openMenu: (row: HTMLElement) => void;
	readonly toggleFold: (seq: number, part: "all") => void;
	readonly toggle: (seq: number) => void;
	readonly select: (fromSeq: number, seq: number) => void;
}

export interface CurrentRow {
	readonly seq: number | null;
	readonly onFocus: (event: FocusEvent) => void;
	readonly onBlur: (event: FocusEvent) => void;
	/** In the layout effect of every rendering of the rows, when they stand where they belong. */
	readonly afterRender: () => void;
	/** After the rows were drawn otherwise: brings the row that has the focus back into sight. */
	readonly reveal: () => void;
}

/** Going there is no going away: a menu of the list, and the panel that shows one of its messages. */
const STILL_READING = "[role=log], [role=menu], [role=toolbar], [role=dialog], aside";

export function useCurrentRow({
	viewport,
	scroll,
	inspect,
	openMenu,
	toggleFold,
	toggle,
	select,
}: CurrentRowOptions): CurrentRow {
	const stores = useStores();
	const [seq, setSeq] = useState<number | null>(null);
	/** The row that has the focus, or had it when it left the page. */
	const focusedSeq = useRef<number | null>(null);
	/** A row that a window was asked for, to be focused when it stands there. */
	const awaitedSeq = useRef<number | null>(null);

	const findElement = useCallback(
		(wanted: number) => viewport.current?.querySelector<HTMLElement>(`article[data-seq="${wanted}"]`) ?? null,
		[viewport],
	);

	const perform = useCallback(
		(ask: ListAsk) => {
			const list = viewport.current;
			const { window } = stores.conversation.getState();
			if (list === null || window === null) return;
			const facts = { rows: measureRows(list), viewportPx: list.clientHeight, follows: window.follows };
			const focusRow = (wanted: number) => findElement(wanted)?.focus({ preventScroll: true });
			awaitedSeq.current = null;
			switch (ask) {
				case "next":
				case "previous":
				case "extendNext":
				case "extendPrevious": {
					const towards = ask === "next" || ask === "extendNext" ? "newer" : "older";
					const step = selectStep({ ...facts, currentSeq: seq, towards });
					scroll.hold();
					if (step?.kind === "row") {
						focusRow(step.row.seq);
						scroll.moveBy(selectRevealPx(step.row, facts.viewportPx, towards));
						if (ask === "extendNext" || ask === "extendPrevious") select(seq ?? step.row.seq, step.row.seq);
					} else scroll.moveBy(step?.px ?? 0);
					break;
				}
				case "first":
					list.focus({ preventScroll: true });
					awaitedSeq.current = window.totals.firstSeq;
					scroll.jumpToStart();
					break;
				case "unread": {
					const { unreadAfterSeq } = stores.conversation.getState();
					if (unreadAfterSeq === null) break;
					list.focus({ preventScroll: true });
					awaitedSeq.current = unreadAfterSeq + 1;
					scroll.jumpToSeq(unreadAfterSeq + 1);
					break;
				}
				case "latest":
					list.focus({ preventScroll: true });
					setSeq(null);
					scroll.jumpToEnd();
					break;
				case "focus":
					if (seq === null || findElement(seq) === null) list.focus({ preventScroll: true });
					else focusRow(seq);
					break;
				case "toggle":
				case "fold":
				case "inspect":
				case "menu": {
					const current = facts.rows.find((row) => row.seq === seq) ?? selectInSight({ ...facts, towards: "older" });
					if (current === null) break;
					scroll.hold();
					focusRow(current.seq);
					scroll.moveBy(selectRevealPx(current, facts.viewportPx, "newer"));
					const element = findElement(current.seq);
					if (ask === "fold") toggleFold(current.seq, "all");
					else if (ask === "toggle") toggle(current.seq);
					else if (ask === "inspect") inspect(current.seq);
					else if (element !== null) openMenu(element);
				}
			}
		},
		[viewport, stores, scroll, seq, findElement, inspect, openMenu, toggleFold, toggle, select],
	);
	useEffect(
		() =>
			stores.conversation.subscribe((state, before) => {
				if (state.listRequest !== before.listRequest && state.listRequest !== null) perform(state.listRequest.ask);
			}),
		[stores, perform],
	);

	const onFocus = useCallback((event: FocusEvent) => {
		const row = (event.target as Element).closest<HTMLElement>("article[data-seq]");
		focusedSeq.current = row === null ? null : Number(row.dataset["seq"]);
		if (row !== null) setSeq(Number(row.dataset["seq"]));
	}, []);
	const onBlur = useCallback(
		(event: FocusEvent) => {
			focusedSeq.current = null;
			const { relatedTarget } = event;
			if (relatedTarget instanceof Element && relatedTarget.closest(STILL_READING) === null) scroll.release();
		},
		[scroll],
	);
	const afterRender = useCallback(() => {
		const list = viewport.current;
		const { window } = stores.conversation.getState();
		if (list === null || window === null) return;
		if (awaitedSeq.current !== null && window.placing.at === "row" && window.placing.seq === awaitedSeq.current) {
			const wanted = awaitedSeq.current;
			awaitedSeq.current = null;
			const row = window.rows.find((each) => each.seq >= wanted && each.kind !== "event");
			if (row !== undefined && document.activeElement === list) findElement(row.seq)?.focus({ preventScroll: true });
		}
		const kept = focusedSeq.current;
		if (kept === null || (document.activeElement !== document.body && document.activeElement !== list)) return;
		const row = findElement(kept);
		const heir = row === null ? findHeir(window, kept) : null;
		if (row !== null) row.focus({ preventScroll: true });
		else if (heir !== null) findElement(heir)?.focus({ preventScroll: true });
		else if (document.activeElement === document.body) {
			list.focus({ preventScroll: true });
			focusedSeq.current = kept;
		}
	}, [viewport, stores, findElement]);

	const reveal = useCallback(() => {
		const list = viewport.current;
		if (list === null || focusedSeq.current === null) return;
		const row = measureRows(list).find((each) => each.seq === focusedSeq.current);
		if (row !== undefined) scroll.moveBy(selectRevealPx(row, list.clientHeight, "newer"));
	}, [viewport, scroll]);

	return { seq, onFocus, onBlur, afterRender, reveal };
}

/** Who stands where a message was deleted, the next newer one if there is one; null where it has only left the window. */
function findHeir({ rows, reachesEnd }: ConversationWindow, seq: number): number | null {
	const messages = rows.filter(({ kind }) => kind !== "event");
	const first = messages[0]?.seq ?? Number.POSITIVE_INFINITY;
	const last = messages.at(-1)?.seq ?? 0;
	if (first > seq || (last < seq && !reachesEnd)) return null;
	return messages.find((message) => message.seq > seq)?.seq ?? last;
}
