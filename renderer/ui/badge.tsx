import styles from "./badge.module.css";

/** A small count. `label` says what is counted, e.g. "3 unread". */
export function Badge({ count, label }: { readonly count: number; readonly label: string }) {
	return (
		<span className={styles["badge"]} role="img" aria-label={label} title={label}>
			{count > 9999 ? "9999+" : count}
		</span>
	);
}
