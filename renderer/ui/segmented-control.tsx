import { useId } from "react";
import fieldStyles from "./field.module.css";
import type { Icon } from "./icon.ts";
import { joinClasses } from "./join-classes.ts";
import styles from "./segmented-control.module.css";

export interface SegmentOption<Value extends string | number> {
	readonly value: Value;
	readonly label: string;
	/** Before the label, and in its place where a narrow bar hides it. */
	readonly icon?: Icon;
	readonly disabled?: boolean;
	/** A reason for being disabled. */
	readonly title?: string | undefined;
}

export interface SegmentedControlProps<Value extends string | number> {
	readonly label: string;
	readonly value: Value;
	readonly options: readonly SegmentOption<Value>[];
	readonly onChange: (value: Value) => void;
	readonly name?: string;
	readonly hideLabel?: boolean;
	readonly size?: "small" | "base";
	readonly mono?: boolean;
	/** Where the container that is called `bar` is narrow, options with an icon show nothing else; of several groups one gives way first. */
	readonly foldsInBar?: "first" | "last";
	readonly disabled?: boolean;
	readonly hint?: string | undefined;
	readonly warning?: string | null | undefined;
}

/** One of a few, all in sight. Native radio buttons: the group is one stop of the Tab key, arrows choose. */
export function SegmentedControl<Value extends string | number>({
	label,
	value,
	options,
	onChange,
	hideLabel = false,
	size = "base",
	mono = false,
	foldsInBar,
	...props
}: SegmentedControlProps<Value>) {
	const id = useId();
	const note = props.warning ?? props.hint;
	return (
		<div
			role="radiogroup"
			aria-labelledby={`${id}-label`}
			aria-describedby={note === undefined ? undefined : `${id}-note`}
			className={styles["field"]}
		>
			<span id={`${id}-label`} className={hideLabel ? styles["hidden"] : styles["label"]}>
				{label}
			</span>
			<div
				className={joinClasses(
					styles["group"],
					styles[size],
					mono && styles["mono"],
					foldsInBar && styles["folds"],
					foldsInBar === "first" && styles["early"],
				)}
			>
				{options.map((option) => (
					<label
						key={option.value}
						className={styles["segment"]}
						title={option.title ?? (foldsInBar === undefined ? undefined : option.label)}
					>
						<input
							type="radio"
							className={styles["radio"]}
							name={props.name ?? id}
							checked={option.value === value}
							disabled={props.disabled === true || option.disabled === true}
							onChange={() => onChange(option.value)}
						/>
						<span className={styles["text"]}>
							{option.icon === undefined ? null : <option.icon className={styles["icon"]} aria-hidden={true} />}
							<span className={styles["words"]}>{option.label}</span>
						</span>
					</label>
				))}
			</div>
			{note === undefined ? null : (
				<p id={`${id}-note`} className={props.warning ? fieldStyles["warning"] : fieldStyles["hint"]}>
					{note}
				</p>
			)}
		</div>
	);
}
