import { type KeyboardEvent, type ReactNode, type Ref, useId } from "react";
import { Field, readDescriptionIds } from "./field.tsx";
import styles from "./input.module.css";
import { joinClasses } from "./join-classes.ts";

export interface TextAreaProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onBlur?: (() => void) | undefined;
	readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
	readonly name?: string;
	readonly rows?: number;
	readonly hint?: ReactNode;
	readonly warning?: string | null | undefined;
	readonly error?: string | null | undefined;
	readonly aside?: ReactNode;
	readonly placeholder?: string | undefined;
	readonly mono?: boolean;
	readonly disabled?: boolean;
	readonly hideLabel?: boolean;
	readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text with their label; never corrected or completed. */
export function TextArea({ value, onChange, mono = false, rows = 3, ...props }: TextAreaProps) {
	const id = useId();
	return (
		<Field
			label={props.label}
			controlId={id}
			hint={props.hint}
			warning={props.warning}
			error={props.error}
			aside={props.aside}
			hideLabel={props.hideLabel ?? false}
		>
			<textarea
				ref={props.ref}
				id={id}
				className={joinClasses(styles["input"], styles["area"], mono && styles["mono"])}
				name={props.name}
				rows={rows}
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				onBlur={props.onBlur}
				onKeyDown={props.onKeyDown}
				placeholder={props.placeholder}
				disabled={props.disabled}
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
				aria-invalid={props.error ? true : undefined}
				aria-describedby={readDescriptionIds(id, props)}
			/>
		</Field>
	);
}
