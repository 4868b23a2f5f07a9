import { useEffect, useLayoutEffect, useRef, useState } from "react";
import styles from "./calm-status.module.css";

/** What comes at once is told at once, as one. */
const SETTLE_MS = 400;
/** A sentence takes some seconds to be heard; what comes faster would never end. */
const PACE_MS = 5000;

export interface CalmStatusProps {
	/** What it is about, as far as it changes: each change is a reason to speak. */
	readonly signal: number | string;
	/** The words of now, asked for when they are said; empty = nothing is to be said. */
	readonly read: () => string;
}

/** Tells a screen reader what changes, however fast that is, at a pace that can be listened to. Heard and not seen. */
export function CalmStatus({ signal, read }: CalmStatusProps) {
	const [said, setSaid] = useState({ text: "", turn: 0 });
	const reader = useRef(read);
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const saidAt = useRef(Number.NEGATIVE_INFINITY);
	useLayoutEffect(() => {
		reader.current = read;
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: the signal is what it waits for
	useEffect(() => {
		timer.current ??= setTimeout(
			() => {
				timer.current = null;
				const text = reader.current();
				if (text === "") return;
				saidAt.current = performance.now();
				setSaid(({ turn }) => ({ text, turn: turn + 1 }));
			},
			Math.max(SETTLE_MS, saidAt.current + PACE_MS - performance.now()),
		);
	}, [signal]);
	useEffect(
		() => () => {
			if (timer.current !== null) clearTimeout(timer.current);
			timer.current = null;
		},
		[],
	);
	return (
		<span className={styles["status"]} role="status">
			{/* The same words again are new all the same. */}
			<span key={said.turn}>{said.text}</span>
		</span>
	);
}
