import { useId } from "react";
import { Mark, type MarkColour } from "./mark.tsx";
import styles from "./mark-choice.module.css";

export interface MarkChoiceProps {
	readonly label: string;
	readonly value: MarkColour;
	readonly options: readonly { readonly value: MarkColour; readonly label: string }[];
	readonly onChange: (value: MarkColour) => void;
}

/** One mark of the palette, a colour with its shape; each is named, and the chosen one stands in a frame. */
export function MarkChoice({ label, value, options, onChange }: MarkChoiceProps) {
	const id = useId();
	return (
		<div role="radiogroup" aria-labelledby={id} className={styles["field"]}>
			<span id={id} className={styles["label"]}>
				{label}
			</span>
			<div className={styles["row"]}>
				{options.map((option) => (
					<label key={option.value} className={styles["choice"]} title={option.label}>
						<input
							type="radio"
							className={styles["radio"]}
							name={id}
							aria-label={option.label}
							checked={option.value === value}
							onChange={() => onChange(option.value)}
						/>
						<Mark colour={option.value} size="large" />
					</label>
				))}
			</div>
		</div>
	);
}
