/**
 * How wide the columns of the compact view are in the room that there is. What a person set stays as it is; the others give way, the
 * least telling first, so that the payload keeps its place. Where even that is not enough, the list goes sideways.
 */
import {
	MESSAGE_COLUMNS,
	type MessageColumn,
	type MessageViewState,
	type OptionalColumn,
} from "../../../state/message-view-store.ts";

export interface ShownColumn {
	readonly column: MessageColumn;
	/** Of the payload: the least. */
	readonly widthPx: number;
	/** Too narrow for words: marks stand in their place. */
	readonly isFolded: boolean;
}

interface ColumnLimits {
	/** As wide as its words. */
	readonly naturalPx: number;
	/** Where room is short: its mark alone, or the least that can be read. */
	readonly narrowPx: number;
}

const LIMITS: Readonly<Record<OptionalColumn, ColumnLimits>> = {
	time: { naturalPx: 96, narrowPx: 94 },
	direction: { naturalPx: 100, narrowPx: 28 },
	subscription: { naturalPx: 112, narrowPx: 24 },
	topic: { naturalPx: 208, narrowPx: 82 },
	qos: { naturalPx: 44, narrowPx: 38 },
	flags: { naturalPx: 84, narrowPx: 28 },
	size: { naturalPx: 68, narrowPx: 54 },
	delivery: { naturalPx: 144, narrowPx: 28 },
};

/** In this order they give way. The first three are read with their words or without them, and nothing between. */
const GIVING: readonly { readonly column: OptionalColumn; readonly atOnce: boolean }[] = [
	{ column: "direction", atOnce: true },
	{ column: "delivery", atOnce: true },
	{ column: "flags", atOnce: true },
	{ column: "subscription", atOnce: false },
	{ column: "topic", atOnce: false },
	{ column: "size", atOnce: false },
	{ column: "qos", atOnce: false },
	{ column: "time", atOnce: false },
];

/** What a person may make of a column: never lower than what can be pressed. */
export const LEAST_COLUMN_PX = 24;
export const MOST_COLUMN_PX = 800;
/** At the end of each row: the button of its menu; in the header, that of the columns. With what keeps it away from the scroll bar. */
const BUTTON_PX = 30;
/** A column that can be read by its marks has no words below this. */
const FOLDED_BELOW_PX = 60;
const FOLDING: readonly MessageColumn[] = ["direction", "subscription", "flags", "delivery"];
const LEAST_PAYLOAD_PX = 72;
const GOOD_PAYLOAD_PX = 220;

export function selectColumns(state: MessageViewState, roomPx: number): readonly ShownColumn[] {
	const shown = MESSAGE_COLUMNS.filter((column) => column === "payload" || !state.hidden.includes(column));
	const widths = new Map<MessageColumn, number>([["payload", LEAST_PAYLOAD_PX]]);
	let over = BUTTON_PX + GOOD_PAYLOAD_PX - roomPx;
	for (const column of shown) {
		if (column === "payload") continue;
		const px = state.widthsPx[column] === undefined ? LIMITS[column].naturalPx : keepWithin(state.widthsPx[column]);
		widths.set(column, px);
		over += px;
	}
	for (const { column, atOnce } of GIVING) {
		const px = widths.get(column);
		if (over <= 0) break;
		if (px === undefined || state.widthsPx[column] !== undefined) continue;
		const most = px - LIMITS[column].narrowPx;
		const given = atOnce ? most : Math.min(most, Math.ceil(over));
		widths.set(column, px - given);
		over -= given;
	}
	return shown.map((column) => {
		const widthPx = widths.get(column) ?? 0;
		return { column, widthPx, isFolded: FOLDING.includes(column) && widthPx < FOLDED_BELOW_PX };
	});
}

/** The same columns without the wish of a person for this one: where its edge returns to. */
export function selectOwnWidth(state: MessageViewState, column: OptionalColumn, roomPx: number): number {
	const { [column]: _, ...widthsPx } = state.widthsPx;
	const own = selectColumns({ ...state, widthsPx }, roomPx).find((each) => each.column === column);
	return own?.widthPx ?? LIMITS[column].naturalPx;
}

/** For `grid-template-columns`, of the header and of every row. */
export function formatTemplate(columns: readonly ShownColumn[]): string {
	const tracks = columns.map(({ column, widthPx }) => (column === "payload" ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`));
	return `${tracks.join(" ")} ${BUTTON_PX}px`;
}

/** The least that they need: below it the list goes sideways. */
export function sumWidths(columns: readonly ShownColumn[]): number {
	return columns.reduce((sum, { widthPx }) => sum + widthPx, BUTTON_PX);
}

function keepWithin(px: number): number {
	return Math.round(Math.min(MOST_COLUMN_PX, Math.max(LEAST_COLUMN_PX, px)));
}
