import { useEffect, useState } from "react";
import { joinClasses } from "./join-classes.ts";
import styles from "./skeleton.module.css";

export interface SkeletonProps {
	/** What is on its way, for who does not see the shapes. */
	readonly label: string;
	/** What will stand here: lines of text, rows of a list, or a talk. */
	readonly shape: "lines" | "rows" | "talk";
	readonly delayMs?: number;
}

/** What takes less time shows nothing: a shape that flashes up is worse than a moment of waiting. */
const DELAY_MS = 1000;

/** In parts of the whole width, by turns: no two neighbours are as long. */
const WIDTHS = [46, 72, 58, 64, 38, 52] as const;

/** The shapes of what is being read, in its place, so that nothing jumps when it comes; nothing at all in the first second. */
export function Skeleton({ label, shape, delayMs = DELAY_MS }: SkeletonProps) {
	const [isLate, setLate] = useState(delayMs === 0);
	useEffect(() => {
		const timer = setTimeout(() => setLate(true), delayMs);
		return () => clearTimeout(timer);
	}, [delayMs]);
	return (
		<div className={joinClasses(styles["skeleton"], styles[shape])} role="status">
			{isLate ? (
				<>
					<span className={styles["spoken"]}>{label}</span>
					{WIDTHS.map((part) => (
						<span key={part} className={styles["shape"]} style={{ width: `${part}%` }} aria-hidden={true} />
					))}
				</>
			) : null}
		</div>
	);
}
