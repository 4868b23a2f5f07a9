import type { ReactNode } from "react";
import { joinClasses } from "../../../ui/join-classes.ts";
import styles from "./form-section.module.css";

export interface FormCellProps {
	/** How many of the section's six columns it takes. */
	readonly span: 1 | 2 | 3 | 4 | 5 | 6;
	/** For a box to tick beside labelled fields: stands at the height of their controls. */
	readonly beside?: boolean;
	readonly children: ReactNode;
}

/** One field's place in a form section. */
export function FormCell({ span, beside = false, children }: FormCellProps) {
	return <div className={joinClasses(styles["cell"], styles[`span${span}`], beside && styles["beside"])}>{children}</div>;
}
