import { cutText } from "../../../shared/payload/decode-text.ts";

const MOST_CHARACTERS = 400;

/** A text from others on one line: what is longer than anybody reads there would only make the page slow. */
export function cutLine(text: string): string {
	return text.length <= MOST_CHARACTERS ? text : `${cutText(text, MOST_CHARACTERS)}…`;
}
