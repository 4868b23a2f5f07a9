import type { UserProperties } from "mqtt-packet";
import type { UserProperty } from "../../../shared/model/message.ts";

/**
 * User properties in the library's words, in their order and with every key that repeats. One object a pair keeps both, which a single
 * object with the keys would not; the encoder takes such a list, its declaration does not know of it.
 */
export function selectUserProperties(pairs: readonly UserProperty[]): { userProperties?: UserProperties } {
	if (pairs.length === 0) return {};
	// A computed key is an own one, whatever its name: `__proto__` too.
	const list: unknown = pairs.map(({ key, value }) => ({ [key]: value }));
	return { userProperties: list as UserProperties };
}
