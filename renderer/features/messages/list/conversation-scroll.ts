/**
 * The hand between the viewport and the feed: keeps what is seen where it is, follows the end for a reader who is there, and moves
 * the window when an edge of it comes near. It reads the layout once a step.
 */
import type { EngineLink } from "../../../../shared/contract/engine-link.ts";
import type { ConversationFilter } from "../../../../shared/model/conversation.ts";
import { openConversation } from "../../../feed/open-conversation.ts";
import {
	applyConversationClosed,
	applyConversationLeftEnd,
	applyConversationOpened,
	applyLook,
	selectLook,
} from "../../../state/conversation-store.ts";
import type { Stores } from "../../../state/create-stores.ts";
import { createAnchoredView } from "./anchored-view.ts";
import { selectFloodedRows, selectFollowLimits } from "./follow-limits.ts";
import { createScrollPositionStore, selectPosition } from "./scroll-position.ts";
import { createWindowMover } from "./window-mover.ts";

export type ConversationScroll = ReturnType<typeof createConversationScroll>;

export function createConversationScroll(link: EngineLink, store: Stores["conversation"]) {
	const position = createScrollPositionStore();
	const view = createAnchoredView();
	const mover = createWindowMover(store, view);
	let placedReplacements = 0;
	/** Where the reader was before the height of a row was changed. */
	let heldFrom: "end" | "flood" | "elsewhere" = "elsewhere";

	const isFollowing = () => store.getState().window?.follows === true;

	function tellPosition(): void {
		const { window } = store.getState();
		const measured = view.measure();
		if (measured === null || window === null) return;
		const top = view.anchor();
		const bottomSeq = window.follows || top === null ? null : view.findBottomSeq();
		position.setState(selectPosition(window, { ...measured, top, bottomSeq: bottomSeq ?? window.rows.at(-1)?.seq ?? 0 }), true);
	}

	function readLimits(): void {
		store.setState(({ limits }) => ({ limits: selectFollowLimits(limits, view.viewportPx()) }));
	}

	function adaptFlooded(rowCount: number, rowsPx: number): void {
		const { limits } = store.getState();
		const flooded = selectFloodedRows(view.viewportPx(), rowCount, rowsPx);
		if (limits.flooded !== flooded) store.setState({ limits: { ...limits, flooded } });
	}

	return {
		position,

		attach(viewport: HTMLElement, content: HTMLElement): () => void {
			view.show(viewport, content);
			readLimits();
			const resized = new ResizeObserver(() => {
				readLimits();
				if (isFollowing()) view.putAtEnd();
				else view.keepAnchor();
				tellPosition();
				mover.consider(false);
			});
			resized.observe(viewport);
			return () => {
				resized.disconnect();
				view.hide();
			};
		},

		/** Opens, or opens anew under another filter; the reader stays where they are as far as the filter lets them. */
		open(connectionId: string, filter: ConversationFilter, unreadAfterSeq: number | null): void {
			const state = store.getState();
			const isOther = state.connectionId !== connectionId;
			mover.closeFeed();
			if (isOther) {
				view.forgetAnchor();
				mover.setHeld(false);
				placedReplacements = 0;
				store.setState((before) => applyConversationOpened(before, connectionId, unreadAfterSeq), true);
			}
			store.setState({ filter });
			const { place } = selectLook(store.getState(), connectionId);
			const isReading = isOther || (state.window !== null && !state.window.follows);
			const from = isOther ? place : view.anchor();
			const first = isReading && from !== null ? mover.createJump(from.seq, from.offsetPx) : mover.createEnd();
			mover.takeFeed(openConversation(link, store, connectionId, filter, first));
		},

		close(): void {
			const { connectionId, window } = store.getState();
			mover.closeFeed();
			mover.takeFeed(null);
			if (connectionId === null) return;
			const anchor = view.anchor();
			const place = window !== null && !window.follows && anchor !== null ? { seq: anchor.seq, offsetPx: anchor.offsetPx } : null;
			store.setState((state) => applyConversationClosed(applyLook(state, connectionId, { place })), true);
		},

		/** In the layout effect of every rendering of the rows. */
		afterRender(): void {
			const { window } = store.getState();
			const measured = view.measure();
			if (measured === null || window === null) return;
			mover.expectRows(measured.rowsPx, window.rows.length);
			const isReplaced = window.replacements !== placedReplacements;
			placedReplacements = window.replacements;
			if (window.follows) {
				view.unpin();
				view.putAtEnd();
				if (window.isFlooded) adaptFlooded(window.rows.length, measured.rowsPx);
			} else if (isReplaced && window.placing.at === "row") {
				view.putRow(window.placing.seq, window.placing.offsetPx);
				view.readAnchor();
			} else {
				view.keepAnchor();
				view.readAnchor();
			}
			tellPosition();
			if (isReplaced && window.isStale) mover.keep();
			else if (isReplaced && !window.follows) mover.consider(false);
		},

		/** Rows are drawn otherwise from now on, and are of other heights: as many as fit now are asked for. */
		redraw(): void {
			if (isFollowing()) mover.moveToEnd();
			else mover.keep();
		},

		onScroll(): void {
			if (!isFollowing()) view.readAnchor();
			mover.consider(view.isMovedByReader());
			if (!isFollowing()) view.readAnchor();
			tellPosition();
		},

		/** A wheel or a key: known before anything has moved, so that a flood does not pull the reader back. */
		onHeading(to: "older" | "newer"): void {
			mover.head(to);
			mover.consider(true);
		},

		/** The reader is about to do something with a row: it must not go away. */
		holdStill(): void {
			view.readAnchor();
			view.pin();
			store.setState(applyConversationLeftEnd, true);
		},

		/** The row that the reader changes the height of keeps its upper edge. `settle` follows. */
		holdTop(): void {
			const { window } = store.getState();
			heldFrom = window?.follows !== true ? "elsewhere" : window.isFlooded ? "flood" : "end";
			view.holdTop();
			this.holdStill();
		},

		/** A reader who still stands at the end follows it again, unless more comes than can be read. */
		settle(): void {
			const measured = view.measure();
			if (measured === null || heldFrom === "elsewhere") return;
			const isAtEnd = measured.scrollTop + measured.viewportPx >= measured.contentPx - 1;
			if (heldFrom === "end" && isAtEnd && !mover.isHeld()) mover.moveToEnd();
			else mover.keep();
		},

		/** From here on nothing moves but by the reader's keys, whatever arrives. */
		hold(): void {
			mover.setHeld(true);
			if (!isFollowing()) return;
			this.holdStill();
			// A window of its own, as for any reader who leaves the end.
			mover.keep();
		},

		/** The reader has gone elsewhere: one who had come to the end follows it again. */
		release(): void {
			if (!mover.isHeld()) return;
			mover.setHeld(false);
			if (store.getState().window?.reachesEnd !== true) return;
			view.unpin();
			mover.consider(true);
		},

		/** For a row that the keys go to: no scrolling of the reader's own, which would follow at the end. */
		moveBy(px: number): void {
			view.putBy(px);
			if (!isFollowing()) view.readAnchor();
			tellPosition();
			mover.consider(false);
		},

		/**
		 * For a message whose details open beside the list: it has become narrower, and its rows higher. A reader at the end stays there
		 * as long as the message is seen from there.
		 */
		keepInSight(seq: number): void {
			if (isFollowing()) view.putAtEnd();
			else view.keepAnchor();
			const px = view.findRevealPx(seq);
			if (px === 0) return;
			if (isFollowing()) this.holdStill();
			this.moveBy(px);
		},

		/** In a message that is higher than the list, what was found may stand far below its beginning. */
		showMark(seq: number): void {
			const px = view.findMarkPx(seq);
			if (px !== 0) this.moveBy(px);
		},

		jumpToEnd(): void {
			mover.head(null);
			mover.moveToEnd();
		},

		jumpToStart(): void {
			const first = store.getState().window?.totals.firstSeq ?? 0;
			// Further down than it can stand, so that what is above the first row is seen too.
			mover.jump(first, view.viewportPx());
		},

		/** The row at a third of the height, so that what is around it is seen. */
		jumpToSeq(seq: number): void {
			mover.jump(seq, Math.round(view.viewportPx() / 3));
		},

		/** `fraction` of the way from the first row to the last, as the scroll bar has it. */
		jumpToFraction(fraction: number): void {
			const { window } = store.getState();
			const measured = view.measure();
			if (measured === null || window === null) return;
			if (window.reachesStart && window.reachesEnd && !window.isFlooded) {
				if (window.follows && fraction < 1) store.setState(applyConversationLeftEnd, true);
				view.scrollTo(fraction * (measured.contentPx - measured.viewportPx));
				return;
			}
			if (fraction >= 1) {
				mover.moveToEnd();
				return;
			}
			const { firstSeq, lastSeq } = window.totals;
			mover.jump(Math.round(firstSeq + fraction * (lastSeq - firstSeq)), Math.round(fraction * measured.viewportPx));
		},

		scrollBy(px: number): void {
			const measured = view.measure();
			if (measured === null) return;
			this.onHeading(px < 0 ? "older" : "newer");
			view.scrollTo(measured.scrollTop + px);
		},

		pagePx: view.viewportPx,
	};
}
