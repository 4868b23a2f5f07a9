import type { ReactNode } from "react";
import type { ConnectionForm } from "./connection-form.ts";
import styles from "./form-section.module.css";

/** What each part of the form works with. */
export interface FormPartProps {
	readonly form: ConnectionForm;
	readonly change: (next: ConnectionForm) => void;
	/** The rule that a field breaks, in words, once the person has been there; null = none to be shown. */
	readonly errorOf: (field: string) => string | null;
	/** The person has left the field: from now on it may show its error. */
	readonly touch: (field: string) => void;
}

/** A headed part of the form, its fields in a grid of six columns. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	return (
		<fieldset className={styles["section"]}>
			<legend className={styles["title"]}>{title}</legend>
			<div className={styles["grid"]}>{children}</div>
		</fieldset>
	);
}
