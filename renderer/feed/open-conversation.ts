/**
 * Pours one conversation, through one filter, into its store. The window moves by opening a feed at the new place; what is shown
 * stays, and stays live, until the new feed's first batch is here. One move is under way at a time: of those asked for meanwhile
 * (a scroll bar being dragged asks sixty times a second) only the last is made.
 */
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import type { WindowPlace } from "../../shared/contract/message.ts";
import type { OpenFeed } from "../../shared/link/link.ts";
import type { ConversationFilter } from "../../shared/model/conversation.ts";
import { applyConversationBatch } from "../state/conversation-store.ts";
import type { Placing } from "../state/conversation-window.ts";
import type { Stores } from "../state/create-stores.ts";
import { createPayments } from "./pay-after-paint.ts";

export interface ConversationMove {
	readonly place: WindowPlace;
	readonly placing: Placing;
}

export interface ConversationFeed {
	move(move: ConversationMove): void;
	readonly isMoving: boolean;
	close(): void;
}

/** Between two steps while rows are passed over, at least; on a machine that is slow to paint, so many times what a paint takes. */
const FLOODED_PAUSE_MS = 30;
const PAUSE_PER_PAINT = 1.5;
const LONGEST_PAUSE_MS = 200;

export function openConversation(
	link: EngineLink,
	store: Stores["conversation"],
	connectionId: string,
	filter: ConversationFilter,
	first: ConversationMove,
): ConversationFeed {
	let shown: { close(): void } | null = null;
	let coming: { close(): void } | null = null;
	let wanted: ConversationMove | null = null;

	const open = ({ place, placing }: ConversationMove) => {
		const payments = createPayments(() => feed.pay());
		const own = {
			close() {
				payments.cancel();
				feed.close();
			},
		};
		coming = own;
		const feed: OpenFeed = link.openFeed(
			"conversation",
			{ connectionId, filter, place },
			{
				onBatch(batch) {
					const arrives = coming === own;
					if (arrives) {
						shown?.close();
						shown = own;
						coming = null;
					}
					store.setState((state) => applyConversationBatch(state, batch, placing, arrives), true);
					const isFlooded = store.getState().window?.isFlooded === true;
					const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FLOODED_PAUSE_MS, payments.paintMs * PAUSE_PER_PAINT));
					payments.payAfterPaint(isFlooded ? pauseMs : 0);
					if (arrives && wanted !== null) {
						const next = wanted;
						wanted = null;
						open(next);
					}
				},
				onEnd(failure) {
					payments.cancel();
					if (coming === own) coming = null;
					if (shown === own) shown = null;
					if (failure.code !== "aborted") store.setState({ failure });
				},
			},
		);
	};
	open(first);

	return {
		get isMoving() {
			return coming !== null;
		},
		move(move) {
			if (coming === null) open(move);
			else wanted = move;
		},
		close() {
			wanted = null;
			coming?.close();
			shown?.close();
			coming = null;
			shown = null;
		},
	};
}
