/** A frame has 16 ms; this leaves half of it to everything else. */
const SLICE_MS = 8;

/** Runs a generator a slice at a time, so that megabytes do not stall the page; null where it was given up. */
export async function driveSteps<Value>(steps: Generator<void, Value>, signal?: AbortSignal): Promise<Value | null> {
	for (;;) {
		for (const until = performance.now() + SLICE_MS; performance.now() < until; ) {
			const step = steps.next();
			if (step.done === true) return step.value;
		}
		await new Promise((resolve) => setTimeout(resolve, 0));
		if (signal?.aborted === true) return null;
	}
}
