export interface TextChange {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** The one piece in which two texts differ; null where they are the same. Never cuts a surrogate pair in two. */
export function selectChange(before: string, after: string): TextChange | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let from = 0;
	while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
	if (from > 0 && isHighSurrogate(before.charCodeAt(from - 1))) from -= 1;
	let same = 0;
	while (same < shorter - from && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) {
		same += 1;
	}
	if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) same -= 1;
	return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

function isHighSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
	return code >= 0xdc00 && code <= 0xdfff;
}
