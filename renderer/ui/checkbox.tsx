import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import styles from "./checkbox.module.css";

export interface CheckboxProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly name?: string;
	readonly hint?: ReactNode;
	readonly warning?: string | null | undefined;
	readonly disabled?: boolean;
	/** A reason for being disabled. */
	readonly title?: string | undefined;
}

/** A box to tick, with its label at the right and what is to be said about it below. */
export function Checkbox({ label, checked, onChange, hint, warning, ...props }: CheckboxProps) {
	const id = useId();
	const noteId = `${id}-note`;
	const note = warning ?? hint;
	return (
		<div className={styles["field"]}>
			<label className={styles["row"]} title={props.title}>
				<span className={styles["control"]}>
					<input
						type="checkbox"
						className={styles["box"]}
						name={props.name}
						checked={checked}
						disabled={props.disabled}
						onChange={(event) => onChange(event.currentTarget.checked)}
						aria-describedby={note ? noteId : undefined}
					/>
					<Check className={styles["tick"]} aria-hidden={true} />
				</span>
				<span className={styles["label"]}>{label}</span>
			</label>
			{note ? (
				<p className={warning ? styles["warning"] : styles["hint"]} id={noteId}>
					{note}
				</p>
			) : null}
		</div>
	);
}
