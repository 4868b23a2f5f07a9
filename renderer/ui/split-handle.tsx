import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import styles from "./split-handle.module.css";

export interface SplitHandleProps {
	readonly label: string;
	/** The height of the part below, in pixels. */
	readonly value: number;
	readonly min: number;
	readonly max: number;
	/** Where a double press or the Enter key takes it. */
	readonly initial: number;
	/** While it is moved. */
	readonly onChange: (value: number) => void;
	/** When it has come to rest. */
	readonly onRest: (value: number) => void;
}

const STEP_PX = 16;
const LARGE_STEP_PX = 80;

/** The upper edge of a part that can be made higher: dragged, or moved with the arrow keys. */
export function SplitHandle({ label, value, min, max, initial, onChange, onRest }: SplitHandleProps) {
	const drag = useRef<{ readonly fromY: number; readonly from: number } | null>(null);
	const clamp = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)));
	const moveTo = (wanted: number) => {
		const next = clamp(wanted);
		onChange(next);
		onRest(next);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const wanted = readWanted(event.key);
		if (wanted === null || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		moveTo(wanted);
	};
	const readWanted = (key: string): number | null => {
		if (key === "ArrowUp") return value + STEP_PX;
		if (key === "ArrowDown") return value - STEP_PX;
		if (key === "PageUp") return value + LARGE_STEP_PX;
		if (key === "PageDown") return value - LARGE_STEP_PX;
		if (key === "Home") return min;
		if (key === "End") return max;
		return key === "Enter" ? initial : null;
	};
	const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
		if (event.button !== 0) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		drag.current = { fromY: event.clientY, from: clamp(value) };
	};
	const onPointerMove = (event: PointerEvent) => {
		if (drag.current !== null) onChange(clamp(drag.current.from + drag.current.fromY - event.clientY));
	};
	const onPointerEnd = () => {
		if (drag.current !== null) onRest(clamp(value));
		drag.current = null;
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a widget, which hr is not
		<div
			role="separator"
			aria-orientation="horizontal"
			aria-label={label}
			aria-valuenow={clamp(value)}
			aria-valuemin={min}
			aria-valuemax={max}
			tabIndex={0}
			className={styles["handle"]}
			onKeyDown={onKeyDown}
			onPointerDown={onPointerDown}
			onPointerMove={onPointerMove}
			onPointerUp={onPointerEnd}
			onPointerCancel={onPointerEnd}
			onDoubleClick={() => moveTo(initial)}
		/>
	);
}
