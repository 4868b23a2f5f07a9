import floatStyles from "./float.module.css";
import styles from "./menu.module.css";

export interface MenuLabelProps {
	readonly label: string;
	readonly reason: string | undefined;
}

/** An item's label, and below it why it is disabled: heard after it, as a part of its name, as it is seen. */
export function MenuLabel({ label, reason }: MenuLabelProps) {
	if (reason === undefined) return <span className={floatStyles["label"]}>{label}</span>;
	return (
		<span className={floatStyles["label"]}>
			<span>{label}</span> <span className={styles["reason"]}>{reason}</span>
		</span>
	);
}
