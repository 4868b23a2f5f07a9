import type { MqttVersion } from "../../../shared/model/connection.ts";
import { countUtf8Bytes } from "../../../shared/topic/check-text.ts";

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** `parley_` and eight characters of 0-9a-z: 15 bytes, within the 23 that every broker must accept. [MQTT-3.1.3-5] */
export function createClientId(): string {
	const random = crypto.getRandomValues(new Uint32Array(8));
	return `parley_${[...random].map((value) => LETTERS[value % LETTERS.length]).join("")}`;
}

export type ClientIdHint = { readonly kind: "long"; readonly bytes: number } | { readonly kind: "characters" };

/** What a 3.x broker may refuse; null on 5 and where all is well. Our own prefix is not held against anybody: brokers take the underscore. */
export function readClientIdHint(clientId: string, version: MqttVersion): ClientIdHint | null {
	if (version === "5.0" || clientId === "") return null;
	const bytes = countUtf8Bytes(clientId);
	if (bytes > 23) return { kind: "long", bytes };
	return /^[0-9a-zA-Z]*$/.test(clientId.replace(/^parley_/, "")) ? null : { kind: "characters" };
}
