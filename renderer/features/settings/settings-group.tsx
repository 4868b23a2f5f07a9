import { type ReactNode, useId } from "react";
import styles from "./settings-page.module.css";

export function SettingsGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	const id = useId();
	return (
		<section className={styles["group"]} aria-labelledby={id}>
			<h2 id={id} className={styles["groupTitle"]}>
				{title}
			</h2>
			<div className={styles["fields"]}>{children}</div>
		</section>
	);
}
