/**
 * The hand between the viewport and the feed: keeps what is seen where it is, follows the end for a reader who is there, and moves
 * the window when an edge of it comes near. It reads the layout once a step. What is seen is kept by an anchor, the first row in
 * sight with its offset at the last scroll; the browser's own anchoring is off, because it knows nothing of replaced rows.
 */
import type { EngineLink } from "../../../shared/contract/engine-link.ts";
import type { ConversationFilter } from "../../../shared/model/conversation.ts";
import { type ConversationFeed, type ConversationMove, openConversation } from "../../feed/open-conversation.ts";
import {
	applyConversationClosed,
	applyConversationLeftEnd,
	applyConversationOpened,
	applyLook,
	selectLook,
} from "../../state/conversation-store.ts";
import type { Stores } from "../../state/create-stores.ts";
import { createEndMove, createJumpMove, createKeepMove } from "./conversation-moves.ts";
import { findRow, findRowBelow, type RowPlace } from "./row-positions.ts";
import { createScrollPositionStore, selectPosition } from "./scroll-position.ts";
import { LEAST_ROW_PX, selectExpectedRowPx, selectMove, selectRoomRows } from "./select-move.ts";

/** How long a turn of the wheel tells where the reader is heading. */
const HEADING_MS = 250;

/** A scroll position is a whole pixel of the screen; a smaller shift cannot be mended. */
const LEAST_SHIFT_PX = 0.5;

export type ConversationScroll = ReturnType<typeof createConversationScroll>;

export function createConversationScroll(link: EngineLink, store: Stores["conversation"]) {
	const position = createScrollPositionStore();
	let viewport: HTMLElement | null = null;
	let content: HTMLElement | null = null;
	let feed: ConversationFeed | null = null;
	let shownFilter: ConversationFilter | null = null;
	let anchor: RowPlace | null = null;
	let heading: { readonly to: "older" | "newer"; readonly until: number } | null = null;
	let placedReplacements = 0;
	let extendedAt = "";
	let expectedRowPx = LEAST_ROW_PX;
	/** The reader goes through the messages by keys: only they themselves go back to following the end. */
	let isHeld = false;
	/** Where this program has put the viewport: the scroll event that follows is not the reader's. */
	let ownScrollTop = -1;

	function putScrollTop(scrollTop: number): void {
		if (viewport === null) return;
		viewport.scrollTop = scrollTop;
		ownScrollTop = viewport.scrollTop;
	}

	const viewportPx = () => viewport?.clientHeight ?? 500;

	function moveTo(move: ConversationMove): void {
		extendedAt = "";
		if (move.placing.at === "end") isHeld = false;
		feed?.move(move);
	}

	const endMove = () => createEndMove(store.getState().limits.calm);
	const keepMove = (seq: number, rowPx: number) => createKeepMove(seq, viewportPx(), rowPx);
	const jumpMove = (seq: number, offsetPx: number) => createJumpMove(seq, offsetPx, viewportPx(), expectedRowPx);

	function readAnchor(): void {
		if (viewport === null || content === null) return;
		anchor = findRowBelow(content, viewport, viewport.scrollTop);
	}

	function keepAnchor(): void {
		if (viewport === null || content === null || anchor === null) return;
		const now = findRow(content, viewport, anchor.seq);
		if (now !== null && Math.abs(now.offsetPx - anchor.offsetPx) >= LEAST_SHIFT_PX)
			putScrollTop(viewport.scrollTop + now.offsetPx - anchor.offsetPx);
	}

	/** After the reader's own doing, or after a window was placed, which may only extend it further. */
	function evaluate(isByReader: boolean): void {
		const { window } = store.getState();
		if (viewport === null || window === null || feed === null) return;
		const move = selectMove({
			scrollTop: viewport.scrollTop,
			viewportPx: viewport.clientHeight,
			contentPx: viewport.scrollHeight,
			follows: window.follows,
			reachesStart: window.reachesStart,
			reachesEnd: window.reachesEnd,
			isByReader,
			heading: heading !== null && performance.now() < heading.until ? heading.to : null,
		});
		if (move === "leave") {
			readAnchor();
			store.setState(applyConversationLeftEnd, true);
			// A window of its own around the reader: that of the end goes on without them.
			if (anchor !== null) moveTo(keepMove(anchor.seq, expectedRowPx));
		} else if (move === "follow" && !feed.isMoving && (isByReader || !isHeld)) {
			moveTo(endMove());
		} else if (move === "extend" && anchor !== null && !feed.isMoving) {
			// The same question again: the rows around it are lower than expected. A third time would not help.
			const question = `${anchor.seq} ${window.totals.lastSeq}`;
			if (extendedAt === `${question} again`) return;
			const isAgain = extendedAt === question;
			moveTo(keepMove(anchor.seq, isAgain ? LEAST_ROW_PX : expectedRowPx));
			extendedAt = isAgain ? `${question} again` : question;
		}
	}

	function tellPosition(): void {
		const { window } = store.getState();
		if (viewport === null || content === null || window === null) return;
		const bottom =
			window.follows || anchor === null ? null : findRowBelow(content, viewport, viewport.scrollTop + viewport.clientHeight - 1);
		position.setState(
			selectPosition(window, {
				scrollTop: viewport.scrollTop,
				viewportPx: viewport.clientHeight,
				contentPx: viewport.scrollHeight,
				top: anchor,
				bottomSeq: bottom?.seq ?? window.rows.at(-1)?.seq ?? 0,
			}),
			true,
		);
	}

	function readLimits(): void {
		const room = selectRoomRows(viewportPx());
		const calm = Math.min(200, Math.max(24, Math.ceil(room * 1.5)));
		store.setState((state) => ({ limits: { calm, flooded: Math.min(state.limits.flooded, room) } }));
	}

	/** While rows are passed over, as many as the viewport shows are drawn, by the height that they turn out to have. */
	function adaptFlooded(rowCount: number, contentPx: number): void {
		const room = selectRoomRows(viewportPx());
		const flooded = Math.min(room, Math.max(6, Math.ceil((viewportPx() * Math.max(1, rowCount)) / Math.max(1, contentPx)) + 2));
		const { limits } = store.getState();
		if (limits.flooded !== flooded) store.setState({ limits: { ...limits, flooded } });
	}

	return {
		position,

		attach(ownViewport: HTMLElement, ownContent: HTMLElement): () => void {
			viewport = ownViewport;
			content = ownContent;
			readLimits();
			const resized = new ResizeObserver(() => {
				readLimits();
				if (store.getState().window?.follows === true) putScrollTop(ownViewport.scrollHeight);
				else keepAnchor();
				tellPosition();
				evaluate(false);
			});
			resized.observe(ownViewport);
			return () => {
				resized.disconnect();
				viewport = null;
				content = null;
			};
		},

		/** Opens, or opens anew under another filter; the reader stays where they are as far as the filter lets them. */
		open(connectionId: string, filter: ConversationFilter, unreadAfterSeq: number | null): void {
			const state = store.getState();
			const isOther = state.connectionId !== connectionId;
			shownFilter = filter;
			feed?.close();
			extendedAt = "";
			if (isOther) {
				anchor = null;
				isHeld = false;
				placedReplacements = 0;
				store.setState((before) => applyConversationOpened(before, connectionId, unreadAfterSeq), true);
			}
			const { place } = selectLook(store.getState(), connectionId);
			const isReading = isOther ? place !== null : state.window !== null && !state.window.follows && anchor !== null;
			const from = isOther ? place : anchor;
			const first: ConversationMove = isReading && from !== null ? jumpMove(from.seq, from.offsetPx) : endMove();
			feed = openConversation(link, store, connectionId, shownFilter, first);
		},

		close(): void {
			const { connectionId, window } = store.getState();
			feed?.close();
			feed = null;
			if (connectionId === null) return;
			const place = window !== null && !window.follows && anchor !== null ? { seq: anchor.seq, offsetPx: anchor.offsetPx } : null;
			store.setState((state) => applyConversationClosed(applyLook(state, connectionId, { place })), true);
		},

		/** In the layout effect of every rendering of the rows. */
		afterRender(): void {
			const { window } = store.getState();
			if (viewport === null || content === null || window === null) return;
			if (window.rows.length > 0) expectedRowPx = selectExpectedRowPx(content.offsetHeight, window.rows.length);
			const isReplaced = window.replacements !== placedReplacements;
			placedReplacements = window.replacements;
			if (window.follows) {
				putScrollTop(viewport.scrollHeight);
				if (window.isFlooded) adaptFlooded(window.rows.length, content.offsetHeight);
			} else if (isReplaced && window.placing.at === "row") {
				const { seq, offsetPx } = window.placing;
				const row = findRow(content, viewport, seq);
				putScrollTop(row === null ? viewport.scrollHeight : viewport.scrollTop + row.offsetPx - offsetPx);
				readAnchor();
			} else {
				keepAnchor();
				readAnchor();
			}
			tellPosition();
			if (isReplaced && !window.follows) evaluate(false);
		},

		onScroll(): void {
			if (store.getState().window?.follows !== true) readAnchor();
			evaluate(viewport?.scrollTop !== ownScrollTop);
			if (store.getState().window?.follows !== true) readAnchor();
			tellPosition();
		},

		/** A wheel or a key: known before anything has moved, so that a flood does not pull the reader back. */
		onHeading(to: "older" | "newer"): void {
			heading = { to, until: performance.now() + HEADING_MS };
			evaluate(true);
		},

		/** The reader is about to do something with a row: it must not go away. */
		holdStill(): void {
			readAnchor();
			store.setState(applyConversationLeftEnd, true);
		},

		/** From here on nothing moves but by the reader's keys, whatever arrives. */
		hold(): void {
			isHeld = true;
			if (store.getState().window?.follows !== true) return;
			this.holdStill();
			// A window of its own, as for any reader who leaves the end.
			if (anchor !== null) moveTo(keepMove(anchor.seq, expectedRowPx));
		},

		/** The reader has gone elsewhere: one who had come to the end follows it again. */
		release(): void {
			if (!isHeld) return;
			isHeld = false;
			if (store.getState().window?.reachesEnd === true) evaluate(true);
		},

		/** For a row that the keys go to: no scrolling of the reader's own, which would follow at the end. */
		moveBy(px: number): void {
			if (viewport === null) return;
			if (px !== 0) putScrollTop(viewport.scrollTop + px);
			if (store.getState().window?.follows !== true) readAnchor();
			tellPosition();
			evaluate(false);
		},

		jumpToEnd(): void {
			heading = null;
			moveTo(endMove());
		},

		jumpToStart(): void {
			const first = store.getState().window?.totals.firstSeq ?? 0;
			// Further down than it can stand, so that what is above the first row is seen too.
			moveTo(jumpMove(first, viewportPx()));
		},

		/** The row at a third of the height, so that what is around it is seen. */
		jumpToSeq(seq: number): void {
			moveTo(jumpMove(seq, Math.round(viewportPx() / 3)));
		},

		/** `fraction` of the way from the first row to the last, as the scroll bar has it. */
		jumpToFraction(fraction: number): void {
			const { window } = store.getState();
			if (viewport === null || window === null) return;
			if (window.reachesStart && window.reachesEnd && !window.isFlooded) {
				if (window.follows && fraction < 1) store.setState(applyConversationLeftEnd, true);
				viewport.scrollTop = fraction * (viewport.scrollHeight - viewport.clientHeight);
				return;
			}
			if (fraction >= 1) {
				moveTo(endMove());
				return;
			}
			const { firstSeq, lastSeq } = window.totals;
			const seq = Math.round(firstSeq + fraction * (lastSeq - firstSeq));
			moveTo(jumpMove(seq, Math.round(fraction * viewportPx())));
		},

		scrollBy(px: number): void {
			if (viewport === null) return;
			this.onHeading(px < 0 ? "older" : "newer");
			viewport.scrollTop += px;
		},

		pagePx: viewportPx,
	};
}
