/**
 * What the leaving of a field brings up moves everything below it. Where a press of the pointer made the person leave, that must wait
 * until the press is over: otherwise what was pressed moves away between button down and button up, and the click is lost.
 */
import { useCallback, useEffect, useRef } from "react";

/** Runs at once, or after the press that is under way and its click. */
export function useAfterPress(): (run: () => void) => void {
	const isDown = useRef(false);
	const pending = useRef<(() => void)[]>([]);

	useEffect(() => {
		const begin = () => {
			isDown.current = true;
		};
		const end = () => {
			isDown.current = false;
			// The click is a later event of the same task.
			setTimeout(() => {
				for (const run of pending.current.splice(0)) run();
			}, 0);
		};
		window.addEventListener("pointerdown", begin, true);
		window.addEventListener("pointerup", end, true);
		window.addEventListener("pointercancel", end, true);
		return () => {
			window.removeEventListener("pointerdown", begin, true);
			window.removeEventListener("pointerup", end, true);
			window.removeEventListener("pointercancel", end, true);
		};
	}, []);

	return useCallback((run) => {
		if (isDown.current) pending.current.push(run);
		else run();
	}, []);
}
