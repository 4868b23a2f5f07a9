/**
 * Whether a request comes from our own page, by what a browser cannot be made to lie about: Host (against names that were pointed at
 * this machine), Origin and the fetch metadata (against other pages). It says nothing about who the person is; the token does.
 */
import type { IncomingMessage } from "node:http";

/** The code exchange, the WebSocket, or a file of the page. */
export type Purpose = "session" | "link" | "file";

export interface Refusal {
	readonly status: number;
	/** For the log. */
	readonly reason: string;
}

const FRAME_DESTINATIONS = new Set(["iframe", "frame", "embed", "object", "fencedframe"]);

export function readPurpose(url: string | undefined): Purpose {
	if (url === "/session") return "session";
	return url === "/link" ? "link" : "file";
}

/** The hosts that this server answers to, as a browser writes them. */
export function listAuthorities(port: number): readonly string[] {
	const suffix = port === 80 ? "" : `:${port}`;
	return [`127.0.0.1${suffix}`, `localhost${suffix}`];
}

/** null = it may go on. */
export function checkRequest(request: IncomingMessage, purpose: Purpose, authorities: readonly string[]): Refusal | null {
	return (
		checkHost(request, authorities) ??
		checkMethod(request, purpose) ??
		checkOrigin(request, purpose) ??
		checkFetchMetadata(request, purpose)
	);
}

/** The one value of a header; null = absent; undefined = sent more than once, which no browser does. */
export function readHeader(request: IncomingMessage, name: string): string | null | undefined {
	const values = request.headersDistinct[name] ?? [];
	return values.length > 1 ? undefined : (values[0] ?? null);
}

function checkHost(request: IncomingMessage, authorities: readonly string[]): Refusal | null {
	const host = readHeader(request, "host");
	if (host && authorities.includes(host)) return null;
	return { status: 421, reason: "host" };
}

function checkMethod(request: IncomingMessage, purpose: Purpose): Refusal | null {
	const allowed = { session: ["POST"], link: ["GET"], file: ["GET", "HEAD"] }[purpose];
	return allowed.includes(request.method ?? "") ? null : { status: 405, reason: "method" };
}

function checkOrigin(request: IncomingMessage, purpose: Purpose): Refusal | null {
	const origin = readHeader(request, "origin");
	if (origin === `http://${request.headers.host}`) return null;
	// A browser sends no Origin when it loads a page or its files.
	if (origin === null && purpose === "file") return null;
	return { status: 403, reason: "origin" };
}

/** Sent by every browser of these years; a program that is none sends nothing, and then the Origin has been checked. */
function checkFetchMetadata(request: IncomingMessage, purpose: Purpose): Refusal | null {
	const refusal = { status: 403, reason: "fetch-metadata" };
	const site = readHeader(request, "sec-fetch-site");
	const mode = readHeader(request, "sec-fetch-mode");
	const destination = readHeader(request, "sec-fetch-dest");
	if (site === undefined || mode === undefined || destination === undefined) return refusal;
	if (destination !== null && FRAME_DESTINATIONS.has(destination)) return refusal;
	if (site === null || site === "same-origin") return null;
	// "none": typed in, or opened from outside of any page.
	return site === "none" && purpose === "file" && mode === "navigate" ? null : refusal;
}
