import type { IncomingMessage } from "node:http";

const LARGEST_BODY_BYTES = 1024;

/** A JSON object of a request; null where it is too large, broken off or something else. The time is limited by the server. */
export async function readSmallBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | null> {
	if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY_BYTES) return null;
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			bytes += chunk.byteLength;
			if (bytes > LARGEST_BODY_BYTES) return null;
			chunks.push(chunk);
		}
		const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
		return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}
