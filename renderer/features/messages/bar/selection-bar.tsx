import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import { type SelectionWorkKind, selectRanges } from "../../../state/selection-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import styles from "./selection-bar.module.css";
import { SelectionTools } from "./selection-tools.tsx";
import { useSelectionCount } from "./use-selection-count.ts";

const WORKING: Readonly<Record<SelectionWorkKind, TextKey>> = {
	copy: "selection.working.copy",
	delete: "selection.working.delete",
	pin: "selection.working.pin",
	unpin: "selection.working.unpin",
};

export interface SelectionBarProps {
	readonly connectionId: string;
	/** Stands in its place while nothing is selected, so that the list does not move. */
	readonly children: ReactNode;
}

/** At the end of the conversation's bar: how much is selected, and what can be done with it. */
export function SelectionBar({ connectionId, children }: SelectionBarProps) {
	const say = useText();
	const { i18n } = useTranslation();
	const stores = useStores();
	const work = useStore(stores.selection, (state) => state.work);
	const count = useStore(stores.selection, (state) => (state.connectionId === connectionId ? state.count : null));
	const isShown = useStore(stores.selection, (state) => state.work !== null || selectRanges(state, connectionId).length > 0);
	useSelectionCount(connectionId);
	const format = (value: number) => value.toLocaleString(i18n.language);
	return (
		<div className={styles["place"]}>
			{/* What is said politely has to stand in the page before it is said; each step of a long work is not. */}
			<p className={styles["words"]} role="status">
				{work !== null || count === null ? "" : say("selection.count", { number: format(count.messages) })}
			</p>
			{work === null ? null : (
				<p className={styles["words"]}>{say(WORKING[work.kind], { done: format(work.done), of: format(work.of) })}</p>
			)}
			{isShown ? <SelectionTools connectionId={connectionId} /> : children}
		</div>
	);
}
