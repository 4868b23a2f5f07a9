import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { joinClasses } from "./join-classes.ts";
import styles from "./split-handle.module.css";

export interface SplitHandleProps {
	readonly label: string;
	/** Which edge of the part it is: the part grows as this edge moves away from it. */
	readonly edge?: Edge;
	/** The height or width of the part, in pixels. */
	readonly value: number;
	readonly min: number;
	readonly max: number;
	/** Where a double press or the Enter key takes it. */
	readonly initial: number;
	/** While it is moved. */
	readonly onChange: (value: number) => void;
	/** When it has come to rest. */
	readonly onRest?: (value: number) => void;
}

type Edge = "top" | "left" | "right";

const STEP_PX = 16;
const LARGE_STEP_PX = 80;

const GROWING: Readonly<Record<Edge, string>> = { top: "ArrowUp", left: "ArrowLeft", right: "ArrowRight" };
const SHRINKING: Readonly<Record<Edge, string>> = { top: "ArrowDown", left: "ArrowRight", right: "ArrowLeft" };

/** Where the pointer is, counted in the direction in which the part grows. */
function readPlace(edge: Edge, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): number {
	return edge === "top" ? -clientY : edge === "left" ? -clientX : clientX;
}

/** The edge of a part that can be made larger: dragged, or moved with the arrow keys. */
export function SplitHandle({ label, edge = "top", value, min, max, initial, onChange, onRest }: SplitHandleProps) {
	const drag = useRef<{ readonly fromPlace: number; readonly from: number } | null>(null);
	const clamp = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)));
	const moveTo = (wanted: number) => {
		const next = clamp(wanted);
		onChange(next);
		onRest?.(next);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const wanted = readWanted(event.key);
		if (wanted === null || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		moveTo(wanted);
	};
	const readWanted = (key: string): number | null => {
		if (key === GROWING[edge]) return value + STEP_PX;
		if (key === SHRINKING[edge]) return value - STEP_PX;
		if (key === "PageUp") return value + LARGE_STEP_PX;
		if (key === "PageDown") return value - LARGE_STEP_PX;
		if (key === "Home") return min;
		if (key === "End") return max;
		return key === "Enter" ? initial : null;
	};
	const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
		if (event.button !== 0) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		drag.current = { fromPlace: readPlace(edge, event), from: clamp(value) };
	};
	const onPointerMove = (event: PointerEvent) => {
		if (drag.current !== null) onChange(clamp(drag.current.from + readPlace(edge, event) - drag.current.fromPlace));
	};
	const onPointerEnd = () => {
		if (drag.current !== null) onRest?.(clamp(value));
		drag.current = null;
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a widget, which hr is not
		<div
			role="separator"
			aria-orientation={edge === "top" ? "horizontal" : "vertical"}
			aria-label={label}
			aria-valuenow={clamp(value)}
			aria-valuemin={min}
			aria-valuemax={max}
			tabIndex={0}
			className={joinClasses(styles["handle"], styles[edge])}
			onKeyDown={onKeyDown}
			onPointerDown={onPointerDown}
			onPointerMove={onPointerMove}
			onPointerUp={onPointerEnd}
			onPointerCancel={onPointerEnd}
			onDoubleClick={() => moveTo(initial)}
		/>
	);
}
