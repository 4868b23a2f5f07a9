import type { ReactNode } from "react";
import { joinClasses } from "../../renderer/ui/join-classes.ts";
import styles from "./kit-group.module.css";

export interface KitItemProps {
	/** What is said below it: its state or its variant. */
	readonly label?: string;
	/** Drawn as if the pointer were on it, it had the focus, or it were pressed; see `show-states.ts`. */
	readonly show?: "hover" | "focus" | "active";
	readonly width?: "narrow" | "middle" | "wide";
	readonly children: ReactNode;
}

export function KitItem({ label, show, width, children }: KitItemProps) {
	const said = label ?? show;
	return (
		<div className={joinClasses(styles["item"], width !== undefined && styles[width])}>
			<div data-show={show}>{children}</div>
			{said === undefined ? null : <small className={styles["state"]}>{said}</small>}
		</div>
	);
}
