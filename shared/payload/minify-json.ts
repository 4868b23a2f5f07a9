/**
 * JSON without the space between its parts, and nothing else changed: numbers, escapes, order and repeated keys stay as written. The text
 * must be JSON, as `checkJson` finds it. In steps, because it may be megabytes.
 */
const STEP_LENGTH = 65_536;

/** In one step: for short texts. */
export function minifyJson(text: string): string {
	const steps = minifyJsonInSteps(text);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

export function* minifyJsonInSteps(text: string): Generator<void, string> {
	const pieces: string[] = [];
	let nextStep = STEP_LENGTH;
	for (let at = 0; at < text.length; ) {
		const end = text[at] === '"' ? skipString(text, at) : skipRest(text, at);
		pieces.push(text[at] === '"' ? text.slice(at, end) : text.slice(at, end).replace(/[ \t\r\n]+/g, ""));
		at = end;
		if (at < nextStep) continue;
		nextStep = at + STEP_LENGTH;
		yield;
	}
	return pieces.join("");
}

function skipString(text: string, from: number): number {
	for (let at = from + 1; at < text.length; at += text[at] === "\\" ? 2 : 1) if (text[at] === '"') return at + 1;
	return text.length;
}

/** To the next string, or so far as one step goes: a list of numbers may be as long as the text. */
function skipRest(text: string, from: number): number {
	const rest = text.slice(from, from + STEP_LENGTH);
	const next = rest.indexOf('"');
	return from + (next === -1 ? rest.length : next);
}
