import { useEffect, useState } from "react";
import { formatJsonInSteps, type JsonFormat } from "../../../shared/payload/format-json.ts";

const SLICE_MS = 8;

/** JSON laid out a slice at a time, so that megabytes do not stall the page; null while under way or where there is no text. */
export function useJsonLayout(text: string | null): JsonFormat | null {
	const [layout, setLayout] = useState<{ readonly of: string; readonly format: JsonFormat } | null>(null);
	useEffect(() => {
		if (text === null) return;
		const steps = formatJsonInSteps(text);
		let timer: ReturnType<typeof setTimeout> | undefined;
		const work = () => {
			const until = performance.now() + SLICE_MS;
			do {
				const step = steps.next();
				if (step.done === true) {
					setLayout({ of: text, format: step.value });
					return;
				}
			} while (performance.now() < until);
			timer = setTimeout(work, 0);
		};
		work();
		return () => clearTimeout(timer);
	}, [text]);
	return layout !== null && layout.of === text ? layout.format : null;
}
