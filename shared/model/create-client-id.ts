const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** `parley_` and eight characters of 0-9a-z: 15 bytes, within the 23 that every broker must accept. [MQTT-3.1.3-5] */
export function createClientId(): string {
	const random = crypto.getRandomValues(new Uint32Array(8));
	return `parley_${[...random].map((value) => LETTERS[value % LETTERS.length]).join("")}`;
}
