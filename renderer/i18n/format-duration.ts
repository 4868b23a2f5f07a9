import type { SayText } from "./use-text.ts";

/** "90 s", "2 minutes", "7 days": the largest unit in which it is a whole number. */
export function formatDuration(say: SayText, seconds: number): string {
	if (seconds >= 86_400 && seconds % 86_400 === 0) return say("duration.days", { count: seconds / 86_400 });
	if (seconds >= 3600 && seconds % 3600 === 0) return say("duration.hours", { count: seconds / 3600 });
	if (seconds >= 120 && seconds % 60 === 0) return say("duration.minutes", { count: seconds / 60 });
	return say("duration.seconds", { count: seconds });
}
