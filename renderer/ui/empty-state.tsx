import type { ReactNode } from "react";
import styles from "./empty-state.module.css";
import type { Icon } from "./icon.ts";

/** What stands where nothing is yet: why, and what to do. */
export function EmptyState(props: {
	readonly icon: Icon;
	readonly title: string;
	readonly text?: string;
	readonly children?: ReactNode;
}) {
	return (
		<div className={styles["empty"]}>
			<props.icon className={styles["icon"]} aria-hidden={true} />
			<p className={styles["title"]}>{props.title}</p>
			{props.text === undefined ? null : <p className={styles["text"]}>{props.text}</p>}
			{props.children}
		</div>
	);
}
