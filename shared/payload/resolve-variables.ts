/**
 * Variables in what is published: `{{timestamp}}`, `{{iso}}`, `{{seq}}`, `{{uuid}}`, `{{random 1 100}}`, `{{clientId}}`. What has no
 * such name stays as it is, and `{{!` stands for two braces that begin nothing. What a variable stands for is never resolved again.
 */

export const VARIABLE_NAMES = ["timestamp", "iso", "seq", "uuid", "random", "clientId"] as const;
export type VariableName = (typeof VARIABLE_NAMES)[number];

/** The values for one message: all but the random numbers are the same wherever they stand in it. */
export interface VariableValues {
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly seq: number;
	readonly uuid: string;
	readonly clientId: string;
	/** A whole number from `least` to `most`, both of them possible. */
	readonly random: (least: number, most: number) => number;
}

type Variable =
	| { readonly name: Exclude<VariableName, "random"> }
	| { readonly name: "random"; readonly least: number; readonly most: number };

const PLACES = /\{\{(?:!|([^{}]*)\}\})/g;
const WORDS = /^\s*(\w+)(?:\s+(-?\d{1,15})\s+(-?\d{1,15}))?\s*$/;

/** `within` "json": what is put in is escaped as the inside of a JSON string has to be. */
export function resolveVariables(text: string, values: VariableValues, within: "text" | "json"): string {
	return text.replaceAll(PLACES, (place, inside: string | undefined) => {
		if (inside === undefined) return "{{";
		const variable = parseVariable(inside);
		if (variable === null) return place;
		const value = readValue(variable, values);
		return within === "json" ? JSON.stringify(value).slice(1, -1) : value;
	});
}

/** Each one that looks like a variable and is none, once, in order. */
export function findUnknownVariables(text: string): readonly string[] {
	const unknown = new Set<string>();
	for (const [place, inside] of text.matchAll(PLACES)) {
		if (inside !== undefined && parseVariable(inside) === null) unknown.add(place);
	}
	return [...unknown];
}

export function hasVariables(text: string): boolean {
	for (const [, inside] of text.matchAll(PLACES)) if (inside === undefined || parseVariable(inside) !== null) return true;
	return false;
}

/**
 * The text with something in place of each variable that is as long, and to a reader of JSON what the variable will be: a number, or
 * text. So a fault is found at its true place, and a message can be checked before it has its values.
 */
export function maskVariables(text: string): string {
	return text.replaceAll(PLACES, (place, inside: string | undefined) => {
		if (inside === undefined) return "xxx";
		const variable = parseVariable(inside);
		if (variable === null) return place;
		const isNumber = variable.name === "timestamp" || variable.name === "seq" || variable.name === "random";
		return (isNumber ? "1" : "x").repeat(place.length);
	});
}

/**
 * Puts the variables of `text` back into what became of its mask: other blanks between the same characters. They are found by how many
 * characters that are no blanks come before them.
 */
export function restoreVariables(text: string, shaped: string): string {
	const isBlank = (character: string | undefined) => character === undefined || /\s/.test(character);
	const masked = maskVariables(text);
	const pieces: string[] = [];
	let at = 0;
	let done = 0;
	let from = 0;
	const goTo = (end: number) => {
		// `done`: how far `masked` has been walked, `at`: the same place in `shaped`.
		for (; done < end; done += 1) {
			if (isBlank(masked[done])) continue;
			while (isBlank(shaped[at]) && at < shaped.length) at += 1;
			at += 1;
		}
		if (isBlank(masked[end])) return;
		while (isBlank(shaped[at]) && at < shaped.length) at += 1;
	};
	for (const { 0: place, 1: inside, index } of text.matchAll(PLACES)) {
		if (inside !== undefined && parseVariable(inside) === null) continue;
		goTo(index);
		pieces.push(shaped.slice(from, at), place);
		at += place.length;
		done = index + place.length;
		from = at;
	}
	return pieces.join("") + shaped.slice(from);
}

function parseVariable(inside: string): Variable | null {
	const [, name, from, to] = WORDS.exec(inside) ?? [];
	if (name === "random") {
		if (from === undefined || to === undefined || Number(from) > Number(to)) return null;
		return { name, least: Number(from), most: Number(to) };
	}
	const known = VARIABLE_NAMES.find((each) => each === name);
	return known === undefined || known === "random" || from !== undefined ? null : { name: known };
}

function readValue(variable: Variable, values: VariableValues): string {
	switch (variable.name) {
		case "timestamp":
			return String(Math.floor(values.now));
		case "iso":
			return new Date(values.now).toISOString();
		case "seq":
			return String(values.seq);
		case "uuid":
			return values.uuid;
		case "clientId":
			return values.clientId;
		case "random":
			return String(values.random(variable.least, variable.most));
	}
}
