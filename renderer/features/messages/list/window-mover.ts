/** Moves the window that the feed brings: to the end and with it, around the reader, or to another place. */
import type { ConversationFeed, ConversationMove } from "../../../feed/open-conversation.ts";
import { applyConversationLeftEnd } from "../../../state/conversation-store.ts";
import type { Stores } from "../../../state/create-stores.ts";
import type { AnchoredView } from "./anchored-view.ts";
import { createEndMove, createJumpMove, createKeepMove } from "./conversation-moves.ts";
import { LEAST_ROW_PX, selectExpectedRowPx, selectMove } from "./select-move.ts";

/** How long a turn of the wheel tells where the reader is heading. */
const HEADING_MS = 250;

export function createWindowMover(store: Stores["conversation"], view: AnchoredView) {
	let feed: ConversationFeed | null = null;
	let heading: { readonly to: "older" | "newer"; readonly until: number } | null = null;
	let extendedAt = "";
	let expectedRowPx = LEAST_ROW_PX;
	/** The reader goes through the messages by keys: only they themselves go back to following the end. */
	let isHeld = false;

	const createEnd = () => createEndMove(store.getState().limits.calm);
	const createJump = (seq: number, offsetPx: number) => createJumpMove(seq, offsetPx, view.viewportPx(), expectedRowPx);

	function moveTo(move: ConversationMove): void {
		extendedAt = "";
		if (move.placing.at === "end") isHeld = false;
		feed?.move(move);
	}

	function keep(rowPx = expectedRowPx): void {
		const anchor = view.anchor();
		if (anchor !== null) moveTo(createKeepMove(anchor.seq, view.viewportPx(), rowPx));
	}

	function extend(): void {
		const anchor = view.anchor();
		const { window } = store.getState();
		if (anchor === null || window === null) return;
		// The same question again: the rows around it are lower than expected. A third time would not help.
		const question = `${anchor.seq} ${window.totals.lastSeq}`;
		if (extendedAt === `${question} again`) return;
		const isAgain = extendedAt === question;
		keep(isAgain ? LEAST_ROW_PX : expectedRowPx);
		extendedAt = isAgain ? `${question} again` : question;
	}

	return {
		createEnd,
		createJump,

		/** `next` answers from now on; null = nobody does. */
		takeFeed(next: ConversationFeed | null): void {
			feed = next;
			extendedAt = "";
		},

		closeFeed: () => feed?.close(),

		isHeld: () => isHeld,

		setHeld(held: boolean): void {
			isHeld = held;
		},

		/** null = nowhere. */
		head(to: "older" | "newer" | null): void {
			heading = to === null ? null : { to, until: performance.now() + HEADING_MS };
		},

		expectRows(rowsPx: number, rowCount: number): void {
			if (rowCount > 0) expectedRowPx = selectExpectedRowPx(rowsPx, rowCount);
		},

		moveToEnd: () => moveTo(createEnd()),

		jump: (seq: number, offsetPx: number) => moveTo(createJump(seq, offsetPx)),

		/** A window of its own around the reader: that of the end goes on without them. */
		keep: () => keep(),

		/** After the reader's own doing, or after a window was placed, which may only extend it further. */
		consider(isByReader: boolean): void {
			const { window } = store.getState();
			const measured = view.measure();
			if (measured === null || window === null || feed === null) return;
			const move = selectMove({
				...measured,
				follows: window.follows,
				reachesStart: window.reachesStart,
				reachesEnd: window.reachesEnd,
				isByReader,
				heading: heading !== null && performance.now() < heading.until ? heading.to : null,
			});
			if (move === "leave") {
				view.readAnchor();
				store.setState(applyConversationLeftEnd, true);
				keep();
			} else if (move === "follow" && !feed.isMoving && (isByReader || !isHeld)) {
				moveTo(createEnd());
			} else if (move === "extend" && !feed.isMoving) {
				extend();
			}
		},
	};
}
