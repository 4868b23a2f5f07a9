import type { Translation } from "./translation.ts";

/** The dotted path of every text, e.g. `action.connect`. A plural is named without its `_one` and `_other`. */
export type TextKey = Paths<Translation>;

type Paths<Tree, Prefix extends string = ""> = {
	[Key in keyof Tree & (string | number)]: Tree[Key] extends string
		? `${Prefix}${WithoutPlural<`${Key}`>}`
		: Paths<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & (string | number)];

type WithoutPlural<Key extends string> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;
