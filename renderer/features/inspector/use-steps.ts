import { useEffect, useMemo, useState } from "react";
import { runSteps } from "../../../shared/payload/run-steps.ts";
import { driveSteps } from "../../actions/drive-steps.ts";

/**
 * The result of work in steps; null while it is under way. What is small is done before the page paints, so that nothing flickers; the
 * rest is done a slice at a time, and given up when something else is asked for. `createSteps` must stay the same for the same work.
 */
export function useSteps<Value>(createSteps: () => Generator<void, Value>, isSmall: boolean): Value | null {
	const atOnce = useMemo(() => (isSmall ? { value: runSteps(createSteps()) } : null), [createSteps, isSmall]);
	const [later, setLater] = useState<{ readonly of: typeof createSteps; readonly value: Value } | null>(null);
	useEffect(() => {
		if (isSmall) return;
		const leaving = new AbortController();
		void driveSteps(createSteps(), leaving.signal).then((value) => {
			if (value !== null && !leaving.signal.aborted) setLater({ of: createSteps, value });
		});
		return () => leaving.abort();
	}, [createSteps, isSmall]);
	if (atOnce !== null) return atOnce.value;
	return later !== null && later.of === createSteps ? later.value : null;
}

/** Up to here work on a payload takes less than a frame. */
export const SMALL_BYTES = 65_536;
