import { joinClasses } from "./join-classes.ts";
import styles from "./mark.module.css";

export type MarkColour = "blue" | "green" | "amber" | "red" | "violet" | "teal" | "pink" | "lime";

/** A colour that a person gave to something, always beside its name. */
export function Mark({ colour, size = "base" }: { readonly colour: MarkColour; readonly size?: "base" | "large" }) {
	return <span className={joinClasses(styles["mark"], styles[colour], size === "large" && styles["large"])} aria-hidden={true} />;
}
