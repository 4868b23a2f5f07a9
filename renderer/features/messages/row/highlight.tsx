import type { ReactNode } from "react";
import { hasInvisible, splitVisible } from "../../../../shared/payload/make-visible.ts";
import type { TextRange } from "../../../../shared/payload/reveal-lines.ts";
import { VisibleText } from "../../../ui/visible-text.tsx";
import styles from "./highlight.module.css";
import { findMatches, splitMatches } from "./split-matches.ts";

/** A text with what is searched for marked in it, and nothing left invisible. Plain functions: as components they would double what a row costs. */
export function highlight(text: string, search: string): ReactNode {
	return drawRange(text, findMatches(text, search), 0, text.length);
}

/** The same for a part of a text in which the matches are known. */
export function drawRange(text: string, matches: readonly TextRange[], from: number, to: number): ReactNode {
	if (matches.length === 0) return drawVisible(text.slice(from, to), from);
	let at = from;
	return splitMatches(text, matches, from, to).map((part) => {
		const key = at;
		at += part.text.length;
		if (!part.isMatch) return drawVisible(part.text, key);
		return (
			<mark key={key} className={styles["match"]}>
				{drawVisible(part.text, key)}
			</mark>
		);
	});
}

function drawVisible(text: string, key: number): ReactNode {
	return hasInvisible(text) ? <VisibleText key={key} parts={splitVisible(text)} /> : text;
}
