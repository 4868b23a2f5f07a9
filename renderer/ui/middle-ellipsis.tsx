import { joinClasses } from "./join-classes.ts";
import styles from "./middle-ellipsis.module.css";

/** How many characters of the end stay in sight, and at most what part of the whole. */
const TAIL = 12;
const TAIL_PART = 0.4;

/** So short that it fits everywhere, or loses nothing at its end. */
const SHORT = 10;

/**
 * One line of text that is shortened in its middle where there is no room: the end of a topic tells most. The whole text is in the
 * title and is what a screen reader hears; the two halves on the screen are for eyes alone.
 */
export function MiddleEllipsis({ text, mono = false }: { readonly text: string; readonly mono?: boolean }) {
	// Between characters, never inside one.
	const characters = [...text];
	const className = joinClasses(styles["text"], mono && styles["mono"]);
	if (characters.length <= SHORT) {
		return (
			<span className={joinClasses(className, styles["short"])} title={text}>
				{text}
			</span>
		);
	}
	const tail = Math.min(TAIL, Math.ceil(characters.length * TAIL_PART));
	return (
		<span className={className} title={text}>
			<span className={styles["head"]} aria-hidden={true}>
				{characters.slice(0, -tail).join("")}
			</span>
			<span className={styles["tail"]} aria-hidden={true}>
				{characters.slice(-tail).join("")}
			</span>
			<span className={styles["spoken"]}>{text}</span>
		</span>
	);
}
