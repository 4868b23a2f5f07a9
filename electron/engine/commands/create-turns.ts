/**
 * Steps that run one after another. What reads the saved connections and then writes them takes a turn, so that of two commands at the
 * same time the second sees what the first has done. A step that throws does not stop the next.
 */
export type TakeTurn = <Value>(step: () => Promise<Value>) => Promise<Value>;

export function createTurns(): TakeTurn {
	let last: Promise<unknown> = Promise.resolve();
	return (step) => {
		const done = last.then(step);
		last = done.catch(() => undefined);
		return done;
	};
}
