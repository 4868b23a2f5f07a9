import { z } from "zod";
import type { UserProperty } from "../model/message.ts";
import type { WrittenProperties } from "../model/written-message.ts";

/** The properties of a message as they are typed: what is wrong in them is said when it is sent. */
export function createWrittenProperties(
	typed: z.ZodType<string>,
	userProperties: z.ZodType<readonly UserProperty[]>,
): z.ZodType<WrittenProperties> {
	return z.strictObject({
		payloadFormat: z.enum(["unset", "bytes", "utf8"]),
		messageExpiry: typed,
		topicAlias: typed,
		contentType: typed,
		responseTopic: typed,
		correlation: typed,
		correlationSyntax: z.enum(["text", "hex", "base64"]),
		userProperties,
	});
}
