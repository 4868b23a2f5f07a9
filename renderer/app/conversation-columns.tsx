import type { CSSProperties, ReactNode } from "react";
import { useStore } from "zustand";
import { useStores } from "../state/use-stores.ts";
import styles from "./conversation-columns.module.css";
import { useColumnWidth, useInspectorPlace } from "./use-column-width.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

export interface ConversationColumnsProps {
	readonly connections: ReactNode;
	readonly conversation: ReactNode;
	readonly inspector: ReactNode;
}

/** The columns side by side, as wide as a person made them. Moving an edge draws nothing anew that stands in them. */
export function ConversationColumns({ connections, conversation, inspector }: ConversationColumnsProps) {
	const stores = useStores();
	const isHidden = useStore(stores.layout, (state) => state.hidden.includes("connections"));
	useKeptFocus();
	const { isOver, coverPx, headerCoverPx } = useInspectorPlace();
	const isInspecting = useStore(stores.inspector, (state) => state.isOpen);
	const widths = {
		"--inspector-cover": `${isInspecting ? coverPx : 0}px`,
		"--inspector-header-cover": `${isInspecting ? headerCoverPx : 0}px`,
		"--connections-width": `${useColumnWidth("connections").value}px`,
		"--subscriptions-width": `${useColumnWidth("subscriptions").value}px`,
		"--inspector-width": `${useColumnWidth("inspector").value}px`,
	} as CSSProperties;
	return (
		<div
			className={styles["columns"]}
			style={widths}
			data-bare={isHidden || undefined}
			data-inspector={isOver ? "over" : "beside"}
		>
			{isHidden ? null : connections}
			{conversation}
			{inspector}
		</div>
	);
}
