import { ChevronRight } from "lucide-react";
import { type ReactNode, type ToggleEvent, useId, useState } from "react";
import styles from "./form-section.module.css";

export interface FoldedSectionProps {
	readonly title: string;
	/** What it holds, in a few words, for whoever does not open it. */
	readonly summary: string;
	/** It holds something of the person's own. */
	readonly startsOpen: boolean;
	readonly children: ReactNode;
}

/** A part of the form that most people never need: one line until it is opened. Its fields are in the document all the same. */
export function FoldedSection({ title, summary, startsOpen, children }: FoldedSectionProps) {
	const titleId = useId();
	const [isOpen, setIsOpen] = useState(startsOpen);
	const follow = ({ currentTarget: details }: ToggleEvent<HTMLDetailsElement>) => {
		setIsOpen(details.open);
		// Opened by hand, it may lie below the edge. Opened for an error, its field has the focus and is in sight.
		if (details.open && details.firstElementChild === document.activeElement) details.scrollIntoView({ block: "nearest" });
	};
	return (
		<details className={styles["section"]} open={isOpen} onToggle={follow}>
			<summary className={styles["fold"]}>
				<ChevronRight className={styles["chevron"]} aria-hidden={true} />
				<span id={titleId} className={styles["foldTitle"]}>
					{title}
				</span>
				<span className={styles["summary"]}>{summary}</span>
			</summary>
			<fieldset className={styles["folded"]} aria-labelledby={titleId}>
				<div className={styles["grid"]}>{children}</div>
			</fieldset>
		</details>
	);
}
