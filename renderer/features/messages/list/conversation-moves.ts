/** The windows that a viewport asks for: as many rows as it can show, with room around them where the reader stays. */
import type { ConversationMove } from "../../../feed/open-conversation.ts";
import { selectMarginRows, selectRows } from "./select-move.ts";

export function createEndMove(limit: number): ConversationMove {
	return { place: { at: "end", limit }, placing: { at: "end" } };
}

/** Around what is seen, with room on both sides. */
export function createKeepMove(seq: number, viewportPx: number, rowPx: number): ConversationMove {
	const margin = selectMarginRows(viewportPx, rowPx);
	const after = margin + selectRows(viewportPx, rowPx);
	return { place: { at: "seq", seq, before: margin, after }, placing: { at: "keep" } };
}

/** To another place: what fills the viewport comes first, and is on the screen before the room around it is asked for. */
export function createJumpMove(seq: number, offsetPx: number, viewportPx: number, rowPx: number): ConversationMove {
	const before = selectRows(offsetPx, rowPx);
	const after = selectRows(viewportPx - offsetPx, rowPx);
	return { place: { at: "seq", seq: Math.max(0, seq), before, after }, placing: { at: "row", seq, offsetPx } };
}
