import { joinClasses } from "./join-classes.ts";
import styles from "./middle-ellipsis.module.css";

/** How many characters of the end stay in sight. */
const TAIL = 12;

/**
 * One line of text that is shortened in its middle where there is no room: the end of a topic tells most. The whole text is in the
 * title and is what a screen reader hears; the two halves on the screen are for eyes alone.
 */
export function MiddleEllipsis({ text, mono = false }: { readonly text: string; readonly mono?: boolean }) {
	// Between characters, never inside one.
	const characters = [...text];
	const className = joinClasses(styles["text"], mono && styles["mono"]);
	if (characters.length <= TAIL * 2) {
		return (
			<span className={joinClasses(className, styles["short"])} title={text}>
				{text}
			</span>
		);
	}
	return (
		<span className={className} title={text}>
			<span className={styles["head"]} aria-hidden={true}>
				{characters.slice(0, -TAIL).join("")}
			</span>
			<span className={styles["tail"]} aria-hidden={true}>
				{characters.slice(-TAIL).join("")}
			</span>
			<span className={styles["spoken"]}>{text}</span>
		</span>
	);
}
