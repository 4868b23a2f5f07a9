import type { ReactNode } from "react";
import styles from "./field.module.css";

export interface FieldProps {
	readonly label: string;
	/** The id of the control that the label names. */
	readonly controlId: string;
	readonly children: ReactNode;
	readonly hint?: ReactNode;
	/** Something to know before going on, which is no error. */
	readonly warning?: string | null | undefined;
	readonly error?: string | null | undefined;
	/** Beside the label, at the right: e.g. a small button. */
	readonly aside?: ReactNode;
	readonly hideLabel?: boolean;
}

/** The ids that a control names in `aria-describedby`. */
export function readDescriptionIds(
	controlId: string,
	field: { readonly hint?: unknown; readonly warning?: unknown; readonly error?: unknown },
) {
	const ids = [
		field.error ? `${controlId}-error` : null,
		field.warning ? `${controlId}-warning` : null,
		field.hint ? `${controlId}-hint` : null,
	].filter((id) => id !== null);
	return ids.length === 0 ? undefined : ids.join(" ");
}

/** Label, control, and what is to be said about it, wired so that a screen reader hears all of it at the control. */
export function Field({ label, controlId, children, hint, warning, error, aside, hideLabel = false }: FieldProps) {
	return (
		<div className={styles["field"]}>
			<div className={hideLabel ? styles["hidden"] : styles["head"]}>
				<label className={styles["label"]} htmlFor={controlId}>
					{label}
				</label>
				{aside}
			</div>
			{children}
			{error ? (
				<p className={styles["error"]} id={`${controlId}-error`} role="alert">
					{error}
				</p>
			) : null}
			{warning ? (
				<p className={styles["warning"]} id={`${controlId}-warning`}>
					{warning}
				</p>
			) : null}
			{hint ? (
				<p className={styles["hint"]} id={`${controlId}-hint`}>
					{hint}
				</p>
			) : null}
		</div>
	);
}
