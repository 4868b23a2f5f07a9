/** The value, or null where the question was withdrawn before it came. */
export async function readAborted<Value>(asked: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
	try {
		return await asked;
	} catch (error) {
		if (signal.aborted) return null;
		throw error;
	}
}
