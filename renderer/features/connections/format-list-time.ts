const DAY_MS = 86_400_000;

/** When, as short as a list allows: the time today, the weekday within a week, the date before that. In the page's language. */
export function formatListTime(at: number, now: number, language: string): string {
	const date = new Date(at);
	const midnight = new Date(now).setHours(0, 0, 0, 0);
	if (at >= midnight) return date.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
	if (at >= midnight - 6 * DAY_MS) return date.toLocaleDateString(language, { weekday: "short" });
	return date.toLocaleDateString(language, { year: "numeric", month: "2-digit", day: "2-digit" });
}
