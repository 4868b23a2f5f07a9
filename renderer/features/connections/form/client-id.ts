import type { MqttVersion } from "../../../../shared/model/connection.ts";
import { countUtf8Bytes } from "../../../../shared/topic/check-text.ts";

export type ClientIdHint = { readonly kind: "long"; readonly bytes: number } | { readonly kind: "characters" };

/** What a 3.x broker may refuse; null on 5 and where all is well. Our own prefix is not held against anybody: brokers take the underscore. */
export function readClientIdHint(clientId: string, version: MqttVersion): ClientIdHint | null {
	if (version === "5.0" || clientId === "") return null;
	const bytes = countUtf8Bytes(clientId);
	if (bytes > 23) return { kind: "long", bytes };
	return /^[0-9a-zA-Z]*$/.test(clientId.replace(/^parley_/, "")) ? null : { kind: "characters" };
}
