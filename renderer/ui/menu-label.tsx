import floatStyles from "./float.module.css";
import styles from "./menu.module.css";

export interface MenuLabelProps {
	readonly id: string;
	readonly label: string;
	readonly reason: string | undefined;
}

/** An item's label, and below it why it is disabled: heard as its description, and only so; not a part of its name. */
export function MenuLabel({ id, label, reason }: MenuLabelProps) {
	if (reason === undefined) return <span className={floatStyles["label"]}>{label}</span>;
	return (
		<span className={floatStyles["label"]}>
			<span id={`${id}-label`}>{label}</span>
			<span id={`${id}-reason`} className={styles["reason"]} aria-hidden={true}>
				{reason}
			</span>
		</span>
	);
}

export function describeMenuItem(id: string, reason: string | undefined) {
	return reason === undefined ? {} : { "aria-labelledby": `${id}-label`, "aria-describedby": `${id}-reason` };
}
