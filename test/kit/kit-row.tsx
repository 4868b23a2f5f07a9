import type { ReactNode } from "react";
import styles from "./kit-group.module.css";

/** One component, its variants side by side. */
export function KitRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
	return (
		<div className={styles["row"]}>
			<p className={styles["name"]}>{name}</p>
			<div className={styles["items"]}>{children}</div>
		</div>
	);
}
