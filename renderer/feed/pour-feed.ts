import type { FeedBatch, FeedInput, FeedName } from "../../shared/contract/contract.ts";
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import { createPayments } from "./pay-after-paint.ts";

/** Opens a feed whose batches are each one step of a store; credit goes back when the step has been painted. Returns the way to stop. */
export function pourFeed<Name extends FeedName>(
	link: EngineLink,
	name: Name,
	input: FeedInput<Name>,
	onBatch: (batch: FeedBatch<Name>) => void,
): () => void {
	const payments = createPayments(() => feed.pay());
	const feed = link.openFeed(name, input, {
		onBatch(batch) {
			onBatch(batch);
			payments.payAfterPaint(0);
		},
		// What ended it (the connection is gone) reaches the page by the list of connections.
		onEnd: () => payments.cancel(),
	});
	return () => {
		payments.cancel();
		feed.close();
	};
}
