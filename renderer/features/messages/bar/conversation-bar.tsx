import { ArrowDown, ArrowDownUp, ArrowUp, BellOff, ChevronDown, ChevronUp, Pin, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { narrows } from "../../../../shared/model/conversation.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { useText } from "../../../i18n/use-text.ts";
import { applyLook, type Direction, selectFilter, selectLook } from "../../../state/conversation-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { applyTopicFilter, selectTopicFilter } from "../../../state/view-store.ts";
import { CalmStatus } from "../../../ui/calm-status.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { useMuted } from "../use-muted.ts";
import styles from "./conversation-bar.module.css";
import { SelectionBar } from "./selection-bar.tsx";
import type { Search } from "./use-search.ts";
import { ViewSwitch } from "./view-switch.tsx";

/** Above the rows: which of them are shown, what is searched for, and how many there are. */
export function ConversationBar({ connectionId, search }: { readonly connectionId: string; readonly search: Search }) {
	const say = useText();
	const { i18n } = useTranslation();
	const stores = useStores();
	const look = useStore(stores.conversation, (state) => selectLook(state, connectionId));
	const topicFilter = useStore(stores.view, (state) => selectTopicFilter(state, connectionId));
	const field = useRef<HTMLInputElement>(null);
	const focusRequests = useStore(stores.conversation, (state) => state.searchFocusRequests);
	const seenRequests = useRef(focusRequests);
	useEffect(() => {
		if (seenRequests.current === focusRequests) return;
		seenRequests.current = focusRequests;
		field.current?.focus();
		field.current?.select();
	}, [focusRequests]);
	const change = (part: Parameters<typeof applyLook>[2]) =>
		stores.conversation.setState((state) => applyLook(state, connectionId, part), true);
	const format = (value: number) => value.toLocaleString(i18n.language);
	return (
		<div className={styles["bar"]}>
			<SegmentedControl<Direction>
				label={say("conversation.direction")}
				hideLabel={true}
				size="small"
				foldsInBar="last"
				value={look.direction}
				options={[
					{ value: "all", label: say("conversation.all"), icon: ArrowDownUp },
					{ value: "received", label: say("conversation.received"), icon: ArrowDown },
					{ value: "published", label: say("conversation.published"), icon: ArrowUp },
				]}
				onChange={(direction) => change({ direction })}
			/>
			<div className={styles["search"]}>
				<SearchField
					ref={field}
					label={say("conversation.search")}
					clearLabel={say("conversation.clearSearch")}
					value={search.typed}
					onChange={search.type}
					onKeyDown={(event) => {
						if (event.key === "Enter" && !event.nativeEvent.isComposing) search.find(event.shiftKey ? "newer" : "older");
					}}
				/>
			</div>
			{look.search === "" ? null : (
				<div className={styles["found"]}>
					<MatchCount connectionId={connectionId} search={search} format={format} />
					<IconButton size="small" label={say("conversation.older")} icon={ChevronUp} onPress={() => search.find("older")} />
					<IconButton size="small" label={say("conversation.newer")} icon={ChevronDown} onPress={() => search.find("newer")} />
					<Checkbox
						label={say("conversation.onlyMatches")}
						checked={look.onlyMatches}
						onChange={(onlyMatches) => change({ onlyMatches })}
					/>
				</div>
			)}
			<PinnedOnly connectionId={connectionId} format={format} />
			{topicFilter === null ? null : (
				<span className={styles["chip"]}>
					<span className={styles["filter"]}>{say("conversation.topicFilter", { filter: makeVisible(topicFilter) })}</span>
					<IconButton
						size="small"
						label={say("conversation.clearTopicFilter")}
						icon={X}
						onPress={() => stores.view.setState((state) => applyTopicFilter(state, connectionId, null), true)}
					/>
				</span>
			)}
			<div className={styles["end"]}>
				<SelectionBar connectionId={connectionId}>
					<Totals connectionId={connectionId} format={format} />
					<ViewSwitch connectionId={connectionId} />
				</SelectionBar>
			</div>
		</div>
	);
}

interface CountProps {
	readonly connectionId: string;
	readonly format: (value: number) => string;
}

function MatchCount({ connectionId, search, format }: CountProps & { readonly search: Search }) {
	const say = useText();
	const stores = useStores();
	const isFilter = useStore(stores.conversation, (state) => selectLook(state, connectionId).onlyMatches);
	const count = useStore(stores.conversation, (state) => (isFilter ? state.window?.matches : state.matchCount) ?? null);
	const nothing = search.nothingTowards;
	const words =
		count === null || (count.count === 0 && !count.complete)
			? ""
			: count.complete
				? count.count === 0
					? say("conversation.noMatch")
					: say("conversation.matches", { count: count.count, number: format(count.count) })
				: say("conversation.matchesAtLeast", { number: format(count.count) });
	const end =
		nothing === null || count?.count === 0 ? "" : say(nothing === "older" ? "conversation.noOlder" : "conversation.noNewer");
	return (
		<>
			<span className={styles["count"]} aria-hidden={true}>
				{words}
				{end === "" ? null : <span className={styles["nothing"]}>{end}</span>}
			</span>
			<CalmStatus signal={`${words}${end}`} read={() => [words, end].filter((text) => text !== "").join(" · ")} />
		</>
	);
}

/** Only where something is pinned, or was when it was chosen. */
function PinnedOnly({ connectionId, format }: CountProps) {
	const say = useText();
	const stores = useStores();
	const onlyPinned = useStore(stores.conversation, (state) => selectLook(state, connectionId).onlyPinned);
	const pinned = useStore(stores.conversation, (state) => state.window?.totals.pinned ?? 0);
	if (pinned === 0 && !onlyPinned) return null;
	return (
		<IconButton
			icon={Pin}
			label={say("conversation.onlyPinned", { number: format(pinned) })}
			pressed={onlyPinned}
			onPress={() => stores.conversation.setState((state) => applyLook(state, connectionId, { onlyPinned: !onlyPinned }), true)}
		/>
	);
}

function Totals({ connectionId, format }: CountProps) {
	const say = useText();
	const stores = useStores();
	const totals = useStore(stores.conversation, (state) => state.window?.totals ?? null);
	const matches = useStore(stores.conversation, (state) => state.window?.matches ?? null);
	const topicFilter = useStore(stores.view, (state) => selectTopicFilter(state, connectionId));
	const isFiltered = useStore(stores.conversation, (state) =>
		narrows(selectFilter(selectLook(state, connectionId), topicFilter)),
	);
	const { muted } = useMuted(connectionId);
	if (totals === null) return null;
	const all = totals.received + totals.published;
	// Where only what is muted is left out, the events are among those that pass.
	const events = muted !== undefined && !isFiltered ? totals.events : 0;
	const shown = matches === null ? all : Math.max(0, matches.count - events);
	const values = { number: format(shown), total: format(all) };
	const words =
		(isFiltered || muted !== undefined) && matches !== null
			? say(matches.complete ? "conversation.totalOf" : "conversation.totalOfAtLeast", values)
			: say("conversation.total", { count: all, number: format(all) });
	return (
		<span className={styles["totals"]} title={words}>
			{words}
			{muted === undefined ? null : (
				<span title={say("conversation.mutedHint")}>
					{" · "}
					<BellOff className={styles["muted"]} role="img" aria-label={say("conversation.muted")} />
				</span>
			)}
			{totals.deleted === 0 ? null : <span> · {say("conversation.deleted", { number: format(totals.deleted) })}</span>}
			{totals.evicted === 0 ? null : (
				<span title={say("conversation.evictedHint")}> · {say("conversation.evicted", { number: format(totals.evicted) })}</span>
			)}
		</span>
	);
}
