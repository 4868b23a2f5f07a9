import { useEffect, useState } from "react";

/** The value, once it has stood for so long; at once where it becomes null. What is half typed is not yet wrong. */
export function useSettled<Value>(value: Value | null, delayMs: number): Value | null {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		if (value === null) {
			setSettled(null);
			return;
		}
		const timer = setTimeout(() => setSettled(value), delayMs);
		return () => clearTimeout(timer);
	}, [value, delayMs]);
	return value === null ? null : settled;
}
