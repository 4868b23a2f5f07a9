import styles from "./visible-text.module.css";

export interface VisibleTextProps {
	/** `code`: the code point of a character that shows nothing by itself; its text is then its name. */
	readonly parts: readonly { readonly text: string; readonly code: string | null }[];
}

/**
 * Text with what is not to be seen made visible: such a character is a small framed name. Copied, and in a face of its own, it stands in
 * angle brackets, so that it is told from the same letters in the text.
 */
export function VisibleText({ parts }: VisibleTextProps) {
	let at = 0;
	return parts.map(({ text, code }) => {
		const key = at;
		at += text.length;
		if (code === null) return text;
		return (
			<span key={key} className={styles["sign"]} role="img" aria-label={text === code ? code : `${text} ${code}`} title={code}>
				<span className={styles["bracket"]}>⟨</span>
				{text}
				<span className={styles["bracket"]}>⟩</span>
			</span>
		);
	});
}
