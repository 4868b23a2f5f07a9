const DAY_MS = 86_400_000;

const FORMS = {
	time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
	weekday: { weekday: "short" },
	date: { year: "numeric", month: "2-digit", day: "2-digit" },
} as const;

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** When, as short as a list allows: the time today, the weekday within a week, the date before that. In the page's language. */
export function formatListTime(at: number, now: number, language: string): string {
	const midnight = new Date(now).setHours(0, 0, 0, 0);
	const form = at >= midnight ? "time" : at >= midnight - 6 * DAY_MS ? "weekday" : "date";
	const key = `${language} ${form}`;
	const format = formats.get(key) ?? new Intl.DateTimeFormat(language, FORMS[form]);
	formats.set(key, format);
	return format.format(at);
}
