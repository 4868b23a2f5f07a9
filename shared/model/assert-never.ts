/** Ends a switch over a union: a case that was added and not handled fails the compiler, and one that came from outside throws. */
export function assertNever(value: never): never {
	throw new Error(`not a case that is known: ${JSON.stringify(value)}`);
}
