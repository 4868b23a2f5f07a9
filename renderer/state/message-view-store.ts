/** How messages are drawn: as a chat, or as one line each in columns that a person chose and made as wide as they wished. */
import { createStore } from "zustand/vanilla";

export type MessageView = "chat" | "compact";

/** In the order in which they stand. */
export const MESSAGE_COLUMNS = [
	"time",
	"direction",
	"subscription",
	"topic",
	"payload",
	"qos",
	"flags",
	"size",
	"delivery",
] as const;
export type MessageColumn = (typeof MESSAGE_COLUMNS)[number];
/** The payload is always there, and takes what the others leave. */
export type OptionalColumn = Exclude<MessageColumn, "payload">;

export interface MessageViewState {
	readonly view: MessageView;
	readonly hidden: readonly OptionalColumn[];
	/** As a person made them; a column that was never moved is not among them. */
	readonly widthsPx: Readonly<Partial<Record<OptionalColumn, number>>>;
}

export function createMessageViewStore() {
	return createStore<MessageViewState>(() => ({ view: "chat", hidden: [], widthsPx: {} }));
}

export function applyColumnShown(state: MessageViewState, column: OptionalColumn, isShown: boolean): MessageViewState {
	const others = state.hidden.filter((each) => each !== column);
	return { ...state, hidden: isShown ? others : [...others, column] };
}

/** null = as the room has it. */
export function applyColumnWidth(state: MessageViewState, column: OptionalColumn, px: number | null): MessageViewState {
	const { [column]: _, ...others } = state.widthsPx;
	return { ...state, widthsPx: px === null ? others : { ...others, [column]: px } };
}
