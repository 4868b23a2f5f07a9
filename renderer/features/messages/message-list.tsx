import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Message } from "../../../shared/model/message.ts";
import { closeInspector, inspectMessage, showDetails } from "../../actions/inspector-actions.ts";
import { openMessageMenu } from "../../actions/message-moves.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { selectInspectedSeq } from "../../state/inspector-store.ts";
import { selectSubscriptionList } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";
import { EventLine } from "./event-line.tsx";
import styles from "./message-list.module.css";
import { MessageMenu } from "./message-menu.tsx";
import { MessageRow } from "./message-row.tsx";
import type { RowTexts } from "./row-texts.ts";
import { runListKey } from "./run-list-key.ts";
import { selectLines } from "./select-lines.ts";
import { readColourKey, selectColourKey } from "./topic-colours.ts";
import { useCurrentRow } from "./use-current-row.ts";

export interface MessageListProps {
	readonly connectionId: string;
	readonly scroll: ConversationScroll;
	readonly texts: RowTexts;
	readonly search: string;
	readonly viewportId: string;
}

interface OpenMenu {
	readonly message: Message;
	readonly anchor: Element | { readonly x: number; readonly y: number };
	readonly origin: HTMLElement | null;
	readonly wasFollowing: boolean;
}

/** The rows of the window, in a viewport that knows no more than them. */
export function MessageList({ connectionId, scroll, texts, search, viewportId }: MessageListProps) {
	const stores = useStores();
	const run = useRunAction();
	const rows = useStore(stores.conversation, (state) => state.window?.rows);
	const replacements = useStore(stores.conversation, (state) => state.window?.replacements);
	const isSpoken = useStore(stores.conversation, ({ window }) => window?.follows === true && !window.isFlooded);
	const unreadAfterSeq = useStore(stores.conversation, (state) => state.unreadAfterSeq);
	const hitSeq = useStore(stores.conversation, (state) => state.hitSeq);
	const inspectedSeq = useStore(stores.inspector, (state) => selectInspectedSeq(state, connectionId));
	const colourKey = useStore(stores.subscriptions, (state) => selectColourKey(selectSubscriptionList(state, connectionId)));
	const readColour = useMemo(() => readColourKey(colourKey), [colourKey]);
	const [menu, setMenu] = useState<OpenMenu | null>(null);
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
	const openMenu = useCallback(
		(row: HTMLElement, anchor?: OpenMenu["anchor"]) => {
			const { window } = stores.conversation.getState();
			const message = findMessage(Number(row.dataset["seq"]));
			if (window === null || message === null) return;
			scroll.holdStill();
			setMenu({
				message,
				anchor: anchor ?? row.querySelector("[data-menu]") ?? row,
				origin: row,
				wasFollowing: window.follows,
			});
		},
		[findMessage, scroll, stores],
	);
	const current = useCurrentRow({ viewport, scroll, inspect, openMenu });
	// biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the rows on the page must put them in their place
	useLayoutEffect(() => {
		scroll.afterRender();
		current.afterRender();
	}, [scroll, rows, replacements, unreadAfterSeq, search, hitSeq, texts, readColour]);
	const onClick = (event: MouseEvent) => {
		const target = event.target as Element;
		const row = target.closest("article[data-seq]");
		if (row instanceof HTMLElement && target.closest("[data-menu]") !== null) {
			openMenu(row);
			return;
		}
		// Whoever has marked some text wants to copy it, and other buttons have a press of their own.
		if (!(row instanceof HTMLElement) || target.closest("button") !== null || document.getSelection()?.isCollapsed === false)
			return;
		run(inspectMessage, { connectionId, seq: Number(row.dataset["seq"]) });
	};
	const onContextMenu = (event: MouseEvent) => {
		const row = (event.target as Element).closest("article[data-seq]");
		if (!(row instanceof HTMLElement)) return;
		// Of a key, such as Shift+F10: browsers make this event of it, with a place of their own choice.
		const isByKey = event.button !== 2 && !event.ctrlKey && row === document.activeElement;
		// A selection keeps the browser's own menu, which knows how to copy it.
		if (!isByKey && document.getSelection()?.isCollapsed === false) return;
		event.preventDefault();
		if (isByKey) run(openMessageMenu, { connectionId });
		else openMenu(row, { x: event.clientX, y: event.clientY });
	};
	const closeMenu = () => {
		if (menu?.wasFollowing === true) scroll.jumpToEnd();
		setMenu(null);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) =>
		runListKey(event, {
			scroll,
			isInspectorOpen: () => closeInspector.when(stores),
			closeInspector: () => run(closeInspector, undefined),
			run: (action) => run(action, { connectionId }),
		});
	const hasCurrent = current.seq !== null && rows?.some((row) => row.seq === current.seq) === true;
	const lines = useMemo(() => selectLines(rows ?? [], unreadAfterSeq), [rows, unreadAfterSeq]);

	return (
		<>
			<div
				ref={viewport}
				id={viewportId}
				className={styles["viewport"]}
				role="log"
				aria-label={texts.say("conversation.name")}
				// What arrives is read aloud; a flood is not, and neither are old rows that the reader goes to.
				aria-live={isSpoken ? "polite" : "off"}
				// What scrolls must be reachable by keyboard, where none of its rows is.
				tabIndex={hasCurrent ? -1 : 0}
				onScroll={scroll.onScroll}
				onWheel={(event) => (event.deltaY === 0 ? undefined : scroll.onHeading(event.deltaY < 0 ? "older" : "newer"))}
				onKeyDown={onKeyDown}
				onFocus={current.onFocus}
				onBlur={current.onBlur}
				onClick={onClick}
				onContextMenu={onContextMenu}
			>
				<div ref={content} className={styles["content"]}>
					{lines.map((line) => {
						switch (line.kind) {
							case "day":
								return (
									<div key={line.key} className={styles["day"]}>
										{texts.formatDay(line.at)}
									</div>
								);
							case "unread":
								return (
									<div key={line.key} className={styles["unread"]}>
										{texts.say("conversation.unread")}
									</div>
								);
							case "event":
								return <EventLine key={line.key} row={line.row} texts={texts} />;
							default:
								return (
									<MessageRow
										key={line.key}
										row={line.row}
										// What was found may stand in the topic: the current match always says it.
										startsGroup={line.startsGroup || line.row.seq === hitSeq}
										colour={line.row.kind === "received" ? readColour(line.row.topic) : null}
										search={search}
										isHit={line.row.seq === hitSeq}
										isInspected={line.row.seq === inspectedSeq}
										isCurrent={line.row.seq === current.seq}
										texts={texts}
										onShowAll={inspect}
									/>
								);
						}
					})}
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
