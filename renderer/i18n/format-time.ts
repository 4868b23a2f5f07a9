/** Times as a conversation shows them, in the reader's own time zone. Put together by hand: rows come by the hundred a second. */

const two = (value: number) => String(value).padStart(2, "0");

/** `10:32:11` */
export function formatClock(at: number): string {
	const date = new Date(at);
	return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `10:32:11.042` */
export function formatPreciseClock(at: number): string {
	return `${formatClock(at)}.${String(new Date(at).getMilliseconds()).padStart(3, "0")}`;
}

/** `2026-05-04 10:32:11.042` */
export function formatExactTime(at: number): string {
	const date = new Date(at);
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${formatPreciseClock(at)}`;
}

/** `3 ms`, `1.24 s` */
export function formatElapsed(milliseconds: number): string {
	if (milliseconds < 1000) return `${milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds)} ms`;
	return `${Math.round(milliseconds / 10) / 100} s`;
}
