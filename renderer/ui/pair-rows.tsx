import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useId, useRef } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import inputStyles from "./input.module.css";
import { joinClasses } from "./join-classes.ts";
import styles from "./pair-rows.module.css";

export interface Pair {
	readonly key: string;
	readonly value: string;
}

export interface PairRowsProps {
	readonly label: string;
	readonly value: readonly Pair[];
	readonly onChange: (value: readonly Pair[]) => void;
	readonly keyLabel: string;
	readonly valueLabel: string;
	readonly addLabel: string;
	readonly removeLabel: string;
	readonly moveUpLabel: string;
	/** The field's name in the form; its inputs are `name.0.key`, `name.0.value` and so on. */
	readonly name?: string;
	readonly hint?: string | undefined;
	readonly error?: string | null | undefined;
	readonly disabled?: boolean;
}

/** Keys and values in an order that counts; a key may stand there more than once. A row that was removed leaves the focus to its neighbour. */
export function PairRows({ label, value, onChange, ...props }: PairRowsProps) {
	const id = useId();
	const rows = useRef<HTMLFieldSetElement>(null);
	const focusLater = (index: number) =>
		requestAnimationFrame(() => {
			const inputs = rows.current?.querySelectorAll<HTMLInputElement>(`.${styles["key"]}`);
			const input = inputs?.[Math.min(index, inputs.length - 1)];
			(input ?? rows.current?.querySelector("button"))?.focus();
		});
	const put = (index: number, pair: Pair) => onChange(value.with(index, pair));
	const renderInput = (index: number, part: "key" | "value", pair: Pair) => (
		<input
			className={joinClasses(inputStyles["input"], inputStyles["mono"], styles[part])}
			name={props.name === undefined ? undefined : `${props.name}.${index}.${part}`}
			aria-label={`${part === "key" ? props.keyLabel : props.valueLabel} ${index + 1}`}
			placeholder={part === "key" ? props.keyLabel : props.valueLabel}
			value={pair[part]}
			disabled={props.disabled}
			autoComplete="off"
			autoCorrect="off"
			autoCapitalize="off"
			spellCheck={false}
			aria-describedby={props.error ? `${id}-error` : undefined}
			onChange={(event) => put(index, { ...pair, [part]: event.currentTarget.value })}
		/>
	);
	return (
		<fieldset ref={rows} className={styles["field"]}>
			<legend className={styles["label"]}>{label}</legend>
			{value.map((pair, index) => (
				// Rows have no name of their own: their place is what they are.
				// biome-ignore lint/suspicious/noArrayIndexKey: see above
				<div key={index} className={styles["row"]}>
					{renderInput(index, "key", pair)}
					{renderInput(index, "value", pair)}
					<IconButton
						icon={ArrowUp}
						label={`${props.moveUpLabel} ${index + 1}`}
						disabled={index === 0 || props.disabled === true}
						onPress={() => {
							const above = value[index - 1];
							if (above === undefined) return;
							onChange(value.with(index - 1, pair).with(index, above));
							focusLater(index - 1);
						}}
					/>
					<IconButton
						icon={Trash2}
						label={`${props.removeLabel} ${index + 1}`}
						disabled={props.disabled === true}
						onPress={() => {
							onChange(value.toSpliced(index, 1));
							focusLater(index);
						}}
					/>
				</div>
			))}
			<div>
				<Button
					size="small"
					icon={Plus}
					disabled={props.disabled === true}
					onPress={() => {
						onChange([...value, { key: "", value: "" }]);
						focusLater(value.length);
					}}
				>
					{props.addLabel}
				</Button>
			</div>
			{props.error ? (
				<p id={`${id}-error`} className={styles["error"]} role="alert">
					{props.error}
				</p>
			) : null}
			{props.hint === undefined ? null : <p className={styles["hint"]}>{props.hint}</p>}
		</fieldset>
	);
}
