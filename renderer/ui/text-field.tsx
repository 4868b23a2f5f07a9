import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId } from "react";
import { Field, readDescriptionIds } from "./field.tsx";
import styles from "./input.module.css";
import { joinClasses } from "./join-classes.ts";

export interface TextFieldProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onBlur?: (() => void) | undefined;
	/** The text is a proposal: a person who comes to the field replaces it by typing. */
	readonly isProposal?: boolean;
	readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
	readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
	/** The field's name in the form, by which a form finds the first wrong one. */
	readonly name?: string;
	readonly hint?: ReactNode;
	readonly warning?: string | null | undefined;
	readonly error?: string | null | undefined;
	readonly aside?: ReactNode;
	/** Right of the control: e.g. an icon button. */
	readonly action?: ReactNode;
	readonly placeholder?: string | undefined;
	readonly mono?: boolean;
	readonly disabled?: boolean;
	/** Shows what was chosen elsewhere. */
	readonly readOnly?: boolean;
	readonly hideLabel?: boolean;
	readonly type?: "text" | "password" | "search";
	/** E.g. "s", inside the control at its end. */
	readonly unit?: string;
	/** What may be meant; any other text is as good. */
	readonly suggestions?: readonly string[];
	readonly inputMode?: "text" | "numeric";
	readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label. Never corrected, capitalised or completed: topics, ids and hosts are meant as typed. */
export function TextField({ value, onChange, mono = false, type = "text", inputMode = "text", ...props }: TextFieldProps) {
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
			<div className={styles["row"]}>
				<input
					ref={props.ref}
					id={id}
					className={joinClasses(styles["input"], mono && styles["mono"], props.unit !== undefined && styles["withUnit"])}
					type={type}
					name={props.name}
					value={value}
					onChange={(event) => onChange(event.currentTarget.value)}
					onBlur={props.onBlur}
					onFocus={(event) => (props.isProposal === true ? event.currentTarget.select() : undefined)}
					onPaste={props.onPaste}
					onKeyDown={props.onKeyDown}
					placeholder={props.placeholder}
					disabled={props.disabled}
					readOnly={props.readOnly}
					inputMode={inputMode}
					list={props.suggestions === undefined ? undefined : `${id}-suggestions`}
					autoComplete={type === "password" ? "new-password" : "off"}
					autoCorrect="off"
					autoCapitalize="off"
					spellCheck={false}
					aria-invalid={props.error ? true : undefined}
					aria-describedby={readDescriptionIds(id, props)}
				/>
				{props.suggestions === undefined ? null : (
					<datalist id={`${id}-suggestions`}>
						{props.suggestions.map((suggestion) => (
							<option key={suggestion} value={suggestion} />
						))}
					</datalist>
				)}
				{props.unit === undefined ? null : <span className={styles["unit"]}>{props.unit}</span>}
				{props.action}
			</div>
		</Field>
	);
}
