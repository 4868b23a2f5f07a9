import { setTimeout as wait } from "node:timers/promises";

/**
 * For the rare test in which time itself is the subject: a quiet spell, an expiry. `why` says which. Whoever waits for something to
 * happen waits for that instead.
 */
export async function passTime(delayMs: number, why: string): Promise<void> {
	if (why === "") throw new Error("say what the time is for");
	await wait(delayMs);
}
