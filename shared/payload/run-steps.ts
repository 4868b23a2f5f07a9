/** Work in steps, done at once: for what is known to be small, and for tests. In a page the steps are run a slice at a time. */
export function runSteps<Value>(steps: Generator<void, Value>): Value {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}
