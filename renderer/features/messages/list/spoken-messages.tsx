import { useRef } from "react";
import { useStore } from "zustand";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { previewPayload } from "../../../../shared/payload/preview-payload.ts";
import { useStores } from "../../../state/use-stores.ts";
import { CalmStatus } from "../../../ui/calm-status.tsx";
import type { RowTexts } from "../row/row-texts.ts";

/** As much of a payload as is listened to; the rest is in the row. */
const MOST_SPOKEN = 200;

/**
 * What arrives, for a reader at the end who listens: one message by its words, several by their number. The list itself is silent, since
 * a browser would have each of a hundred a second read out.
 */
export function SpokenMessages({ texts }: { readonly texts: RowTexts }) {
	const stores = useStores();
	const count = useStore(stores.conversation, ({ window }) =>
		window === null ? null : (window.matches?.count ?? window.totals.received + window.totals.published),
	);
	const told = useRef<{ readonly count: number; readonly seq: number } | null>(null);
	const read = () => {
		const { window } = stores.conversation.getState();
		const before = told.current;
		const last = window?.rows.findLast((row) => row.kind !== "event");
		if (count === null) return "";
		told.current = { count, seq: last?.seq ?? 0 };
		if (before === null || window?.follows !== true) return "";
		// Under a filter what happened to the connection is counted too, which is told elsewhere.
		if (last === undefined || last.seq <= before.seq || count <= before.count) return "";
		const fresh = count - before.count;
		if (fresh > 1) return texts.say("conversation.newMessages", { count: fresh });
		const preview = previewPayload(last.payload, last.payloadBytes);
		const payload = preview.kind === "empty" ? texts.emptyPayload : preview.text.slice(0, MOST_SPOKEN);
		return makeVisible([texts[last.kind], last.topic, payload].join(texts.separator));
	};
	return <CalmStatus signal={count ?? ""} read={read} />;
}
