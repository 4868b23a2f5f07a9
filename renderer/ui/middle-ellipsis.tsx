import { joinClasses } from "./join-classes.ts";
import styles from "./middle-ellipsis.module.css";

/** How many characters of the end stay in sight. */
const TAIL = 12;

/**
 * One line of text that is shortened in its middle where there is no room: the end of a topic tells most. The whole text is in the
 * title, and what is copied or read aloud is the whole text too, because nothing is cut from the document.
 */
export function MiddleEllipsis({ text, mono = false }: { readonly text: string; readonly mono?: boolean }) {
	// Between characters, never inside one.
	const characters = [...text];
	const split = characters.length > TAIL * 2 ? characters.length - TAIL : characters.length;
	return (
		<span className={joinClasses(styles["text"], mono && styles["mono"])} title={text}>
			<span className={styles["head"]}>{characters.slice(0, split).join("")}</span>
			{split === characters.length ? null : <span className={styles["tail"]}>{characters.slice(split).join("")}</span>}
		</span>
	);
}
