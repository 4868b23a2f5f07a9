/** Has the engine count what is selected: again when the selection changes, and now and then when messages have gone. */
import { useEffect } from "react";
import { useStore } from "zustand";
import { useActionContext } from "../../../actions/use-action.ts";
import type { Stores } from "../../../state/create-stores.ts";
import { selectRanges } from "../../../state/selection-store.ts";

/** Retention may take some away thousands of times a second. */
const LOOK_MS = 1000;

export function useSelectionCount(connectionId: string): void {
	const { host, stores } = useActionContext();
	const ranges = useStore(stores.selection, (state) => selectRanges(state, connectionId));
	useEffect(() => {
		if (ranges.length === 0) return;
		let asked = new AbortController();
		let counted = readChanges(stores);
		const count = async () => {
			asked.abort();
			const own = new AbortController();
			asked = own;
			counted = readChanges(stores);
			const answer = await host.link.request("selection.count", { connectionId, selection: ranges }, own.signal);
			if (own.signal.aborted || !answer.ok) return;
			stores.selection.setState((state) => (state.ranges === ranges ? { count: answer.value } : state));
		};
		void count();
		const timer = setInterval(() => {
			if (readChanges(stores) !== counted) void count();
		}, LOOK_MS);
		return () => {
			clearInterval(timer);
			asked.abort();
		};
	}, [connectionId, host, ranges, stores]);
}

function readChanges(stores: Stores): string {
	const totals = stores.conversation.getState().window?.totals;
	return `${totals?.evicted} ${totals?.deleted} ${totals?.pinned}`;
}
