import { type ReactNode, useId } from "react";
import styles from "./kit-group.module.css";

/** A family of components; what a reference picture shows. `name` finds it. */
export function KitGroup(props: { readonly name: string; readonly title: string; readonly children: ReactNode }) {
	const id = useId();
	return (
		<section className={styles["group"]} aria-labelledby={id} data-group={props.name}>
			<h2 id={id} className={styles["title"]}>
				{props.title}
			</h2>
			{props.children}
		</section>
	);
}
