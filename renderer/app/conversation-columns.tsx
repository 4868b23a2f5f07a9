import type { CSSProperties, ReactNode } from "react";
import { useStore } from "zustand";
import { useStores } from "../state/use-stores.ts";
import styles from "./conversation-columns.module.css";
import { useColumnWidth } from "./use-column-width.ts";

export interface ConversationColumnsProps {
	readonly connections: ReactNode;
	readonly conversation: ReactNode;
	readonly inspector: ReactNode;
}

/** The columns side by side, as wide as a person made them. Moving an edge draws nothing anew that stands in them. */
export function ConversationColumns({ connections, conversation, inspector }: ConversationColumnsProps) {
	const stores = useStores();
	const isHidden = useStore(stores.layout, (state) => state.hidden.includes("connections"));
	const widths = {
		"--connections-width": `${useColumnWidth("connections").value}px`,
		"--subscriptions-width": `${useColumnWidth("subscriptions").value}px`,
		"--inspector-width": `${useColumnWidth("inspector").value}px`,
	} as CSSProperties;
	return (
		<div className={styles["columns"]} style={widths} data-bare={isHidden || undefined}>
			{isHidden ? null : connections}
			{conversation}
			{inspector}
		</div>
	);
}
