import { joinClasses } from "./join-classes.ts";
import styles from "./status-dot.module.css";

export type StatusTone = "success" | "progress" | "waiting" | "danger" | "idle";

/**
 * A state as colour and shape: full, ring that turns, half, cross, hollow; so that none depends on colour alone. `label` says it in
 * words to a screen reader; leave it out where the words stand beside the dot.
 */
export function StatusDot({ tone, label }: { readonly tone: StatusTone; readonly label?: string }) {
	const className = joinClasses(styles["dot"], styles[tone]);
	if (label === undefined) return <span className={className} aria-hidden={true} />;
	return <span className={className} role="img" aria-label={label} title={label} />;
}
