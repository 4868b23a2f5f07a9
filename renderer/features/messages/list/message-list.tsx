import { type CSSProperties, type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { Message } from "../../../../shared/model/message.ts";
import { closeInspector, inspectMessage, showDetails } from "../../../actions/inspector-actions.ts";
import { openMessageMenu } from "../../../actions/message-moves.ts";
import { selectMessage, selectTo, unselectMessage } from "../../../actions/select-messages.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { selectInspectedSeq } from "../../../state/inspector-store.ts";
import { isSelected } from "../../../state/selected-ranges.ts";
import { selectRanges } from "../../../state/selection-store.ts";
import { selectSubscriptionList } from "../../../state/subscriptions-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { ColumnHeader } from "../columns/column-header.tsx";
import { formatTemplate, type ShownColumn, sumWidths } from "../columns/select-columns.ts";
import { useColumns } from "../columns/use-columns.ts";
import { drawLine } from "../row/draw-line.tsx";
import { MessageMenu } from "../row/message-menu.tsx";
import type { RowTexts } from "../row/row-texts.ts";
import { createTopicSubscriptions } from "../row/topic-subscriptions.ts";
import { useMessageMenu } from "../row/use-message-menu.ts";
import { usePayloadFolds } from "../row/use-payload-folds.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";
import { type ListPresses, runListContextMenu, runListPress, runListPressDown } from "./list-presses.ts";
import styles from "./message-list.module.css";
import { runListKey } from "./run-list-key.ts";
import { selectLines } from "./select-lines.ts";
import { useCurrentRow } from "./use-current-row.ts";

export interface MessageListProps {
	readonly connectionId: string;
	readonly scroll: ConversationScroll;
	readonly texts: RowTexts;
	readonly search: string;
	readonly viewportId: string;
}

/** The rows of the window, in a viewport that knows no more than them. */
export function MessageList({ connectionId, scroll, texts, search, viewportId }: MessageListProps) {
	const stores = useStores();
	const run = useRunAction();
	const rows = useStore(stores.conversation, (state) => state.window?.rows);
	const replacements = useStore(stores.conversation, (state) => state.window?.replacements);
	const unreadAfterSeq = useStore(stores.conversation, (state) => state.unreadAfterSeq);
	const hitSeq = useStore(stores.conversation, (state) => state.hitSeq);
	const inspectedSeq = useStore(stores.inspector, (state) => selectInspectedSeq(state, connectionId));
	const subscriptions = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId).subscriptions);
	const readSubscription = useMemo(() => createTopicSubscriptions(subscriptions), [subscriptions]);
	const columns = useColumns();
	const filter = useStore(stores.conversation, (state) => state.filter);
	const selectedRanges = useStore(stores.selection, (state) => selectRanges(state, connectionId));
	const viewport = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);

	useLayoutEffect(() => {
		if (viewport.current === null || content.current === null) return;
		return scroll.attach(viewport.current, content.current);
	}, [scroll]);
	const findMessage = useCallback(
		(seq: number): Message | null => {
			const row = stores.conversation.getState().window?.rows.find((one) => one.seq === seq);
			return row === undefined || row.kind === "event" ? null : row;
		},
		[stores],
	);
	const inspect = useCallback(
		(seq: number) => {
			const message = findMessage(seq);
			if (message !== null) run(showDetails, { connectionId, message });
		},
		[connectionId, findMessage, run],
	);
	const { menu, open: openMenu, close: closeMenu } = useMessageMenu(scroll, findMessage);
	const payloads = usePayloadFolds({ connectionId, scroll, findMessage });
	const { folds, toggle: toggleFold } = payloads;
	const toggle = useCallback(
		(seq: number) => {
			const message = findMessage(seq);
			if (message === null) return;
			const subject = { connectionId, message };
			run(selectMessage.when(stores, subject) ? selectMessage : unselectMessage, subject);
		},
		[connectionId, findMessage, run, stores],
	);
	const select = useCallback(
		(fromSeq: number, seq: number) => {
			const message = findMessage(seq);
			if (message !== null) run(selectTo, { connectionId, message, fromSeq });
		},
		[connectionId, findMessage, run],
	);
	const current = useCurrentRow({ viewport, scroll, inspect, openMenu, toggleFold, toggle, select });
	// biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the rows on the page must put them in their place
	useLayoutEffect(() => {
		scroll.afterRender();
		current.afterRender();
		payloads.afterRender();
	}, [scroll, rows, replacements, unreadAfterSeq, search, hitSeq, texts, readSubscription, columns.names, folds]);
	const isCompact = columns.names !== null;
	const openedSeq = useRef(inspectedSeq);
	useLayoutEffect(() => {
		const wasOpen = openedSeq.current !== null;
		openedSeq.current = inspectedSeq;
		if (inspectedSeq !== null && !wasOpen) scroll.keepInSight(inspectedSeq);
	}, [scroll, inspectedSeq]);
	const drawnCompact = useRef(isCompact);
	const { reveal } = current;
	useLayoutEffect(() => {
		if (drawnCompact.current === isCompact) return;
		drawnCompact.current = isCompact;
		scroll.redraw();
		reveal();
	}, [scroll, isCompact, reveal]);
	const presses: ListPresses = {
		toggle,
		selectTo: (seq) => select(current.seq ?? seq, seq),
		inspect: (seq) => run(inspectMessage, { connectionId, seq }),
		toggleFold,
		openMenu,
		openMenuByKey: () => run(openMessageMenu, { connectionId }),
	};
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) =>
		runListKey(event, {
			scroll,
			isInspectorOpen: () => closeInspector.when(stores),
			closeInspector: () => run(closeInspector, undefined),
			can: (action) => action.when(stores, { connectionId }),
			run: (action) => run(action, { connectionId }),
		});
	const hasCurrent = current.seq !== null && rows?.some((row) => row.seq === current.seq) === true;
	const lines = useMemo(() => selectLines(rows ?? [], unreadAfterSeq), [rows, unreadAfterSeq]);
	const look = {
		isRowSelected: (row: Message) => selectedRanges.length > 0 && isSelected(selectedRanges, row, filter),
		texts,
		folds,
		search,
		hitSeq,
		inspectedSeq,
		currentSeq: current.seq,
		columns: columns.names,
		readSubscription,
		onShowAll: inspect,
	};

	return (
		<>
			<div ref={columns.measure} className={joinClasses(styles["sideways"], isCompact && styles["compact"])}>
				<div
					className={styles["wide"]}
					style={columns.shown === null ? undefined : styleColumns(columns.shown)}
					data-folded={columns.shown?.flatMap(({ column, isFolded }) => (isFolded ? [column] : [])).join(" ")}
				>
					{columns.shown === null ? null : <ColumnHeader columns={columns.shown} roomPx={columns.roomPx} />}
					<div
						ref={viewport}
						id={viewportId}
						className={styles["viewport"]}
						role="log"
						aria-label={texts.say("conversation.name")}
						// What arrives is told beside it, at a pace that can be listened to.
						aria-live="off"
						// What scrolls must be reachable by keyboard, where none of its rows is.
						tabIndex={hasCurrent ? -1 : 0}
						onScroll={scroll.onScroll}
						onWheel={(event) => (event.deltaY === 0 ? undefined : scroll.onHeading(event.deltaY < 0 ? "older" : "newer"))}
						onKeyDown={onKeyDown}
						onFocus={current.onFocus}
						onBlur={current.onBlur}
						onMouseDown={runListPressDown}
						onClick={(event) => runListPress(event, presses)}
						onContextMenu={(event) => runListContextMenu(event, presses)}
					>
						<div ref={content} className={styles["content"]}>
							{lines.map((line) => drawLine(line, look))}
						</div>
					</div>
				</div>
			</div>
			{menu === null ? null : (
				<MessageMenu
					connectionId={connectionId}
					message={menu.message}
					anchor={menu.anchor}
					origin={menu.origin}
					onClose={closeMenu}
				/>
			)}
		</>
	);
}

function styleColumns(columns: readonly ShownColumn[]): CSSProperties {
	return { "--message-columns": formatTemplate(columns), minWidth: `${sumWidths(columns)}px` } as CSSProperties;
}
