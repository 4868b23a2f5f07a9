import { Check } from "lucide-react";
import { useId } from "react";
import { Mark, type MarkColour } from "./mark.tsx";
import styles from "./mark-choice.module.css";

export interface MarkChoiceProps {
	readonly label: string;
	readonly value: MarkColour;
	readonly options: readonly { readonly value: MarkColour; readonly label: string }[];
	readonly onChange: (value: MarkColour) => void;
}

/** One colour of the palette; each is named, and the chosen one wears a tick. */
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
						<Check className={styles["tick"]} aria-hidden={true} />
					</label>
				))}
			</div>
		</div>
	);
}
