import { Select as Widget } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { useId } from "react";
import floatStyles from "./float.module.css";
import { joinClasses } from "./join-classes.ts";
import styles from "./select.module.css";

export interface SelectOption<Value extends string | number> {
	readonly value: Value;
	readonly label: string;
	readonly disabled?: boolean;
}

export interface SelectProps<Value extends string | number> {
	readonly label: string;
	readonly value: Value;
	readonly options: readonly SelectOption<Value>[];
	readonly onChange: (value: Value) => void;
	readonly hideLabel?: boolean;
	readonly size?: "small" | "base";
	readonly disabled?: boolean;
}

/** One of several, in a list that opens. For up to four short choices with room for them use `SegmentedControl`. */
export function Select<Value extends string | number>({ value, options, onChange, size = "base", ...props }: SelectProps<Value>) {
	const labelId = useId();
	return (
		<div className={styles["field"]}>
			<span id={labelId} className={props.hideLabel === true ? styles["hidden"] : styles["label"]}>
				{props.label}
			</span>
			<Widget.Root<Value>
				items={options.map((option) => ({ value: option.value, label: option.label }))}
				value={value}
				disabled={props.disabled ?? false}
				onValueChange={(next) => {
					if (next !== null) onChange(next);
				}}
			>
				<Widget.Trigger className={joinClasses(styles["trigger"], styles[size])} aria-labelledby={labelId}>
					<Widget.Value className={styles["value"]} />
					<Widget.Icon className={styles["chevron"]}>
						<ChevronDown className={floatStyles["icon"]} aria-hidden={true} />
					</Widget.Icon>
				</Widget.Trigger>
				<Widget.Portal>
					<Widget.Positioner className={floatStyles["positioner"]} sideOffset={4} alignItemWithTrigger={false}>
						<Widget.Popup className={floatStyles["popup"]}>
							<Widget.List>
								{options.map((option) => (
									<Widget.Item
										key={option.value}
										value={option.value}
										disabled={option.disabled ?? false}
										className={floatStyles["item"]}
									>
										<Widget.ItemText className={floatStyles["label"]}>{option.label}</Widget.ItemText>
										<Widget.ItemIndicator>
											<Check className={floatStyles["icon"]} aria-hidden={true} />
										</Widget.ItemIndicator>
									</Widget.Item>
								))}
							</Widget.List>
						</Widget.Popup>
					</Widget.Positioner>
				</Widget.Portal>
			</Widget.Root>
		</div>
	);
}
