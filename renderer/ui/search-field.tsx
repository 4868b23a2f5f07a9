import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import styles from "./search-field.module.css";

export interface SearchFieldProps {
	readonly label: string;
	readonly clearLabel: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
	readonly ref?: Ref<HTMLInputElement>;
}

/** A search that narrows what stands below it while typing. Escape empties it. */
export function SearchField({ label, clearLabel, value, onChange, onKeyDown, ref }: SearchFieldProps) {
	return (
		<div className={styles["search"]}>
			<Search className={styles["icon"]} aria-hidden={true} />
			<input
				ref={ref}
				className={styles["input"]}
				type="search"
				aria-label={label}
				placeholder={label}
				value={value}
				autoComplete="off"
				spellCheck={false}
				onChange={(event) => onChange(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Escape" && value !== "" && !event.nativeEvent.isComposing) {
						event.stopPropagation();
						onChange("");
					}
					onKeyDown?.(event);
				}}
			/>
			{value === "" ? null : (
				<button type="button" className={styles["clear"]} aria-label={clearLabel} onClick={() => onChange("")}>
					<X className={styles["cross"]} aria-hidden={true} />
				</button>
			)}
		</div>
	);
}
