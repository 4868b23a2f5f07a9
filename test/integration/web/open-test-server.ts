/** The browser mode's server in this process, and requests to it written byte by byte, since no client library sends what is forbidden. */
import net from "node:net";
import { openWebServer, type WebServerLimits } from "../../../electron/web/open-web-server.ts";
import type { Page } from "../../../electron/web/read-page.ts";
import type { Wire } from "../../../shared/link/wire.ts";

const TEST_PAGE: Page = new Map([
	["/", { bytes: Buffer.from("<!doctype html>"), contentType: "text/html; charset=utf-8", isHashed: false }],
	["/assets/web-1.js", { bytes: Buffer.from("1;"), contentType: "text/javascript; charset=utf-8", isHashed: true }],
]);

export interface TestServer {
	readonly port: number;
	readonly wires: readonly Wire[];
	readonly logged: readonly string[];
	nowMs: number;
	createCode(): string;
	/** A token, got as the page gets it. */
	createToken(): Promise<string>;
	close(): Promise<void>;
}

export async function openTestServer(limits: Partial<WebServerLimits> = {}): Promise<TestServer> {
	const wires: Wire[] = [];
	const logged: string[] = [];
	const clock = { nowMs: 1_000_000 };
	const server = await openWebServer({
		port: 0,
		page: TEST_PAGE,
		clock: { now: () => clock.nowMs },
		log: { write: (_level, event, fields) => logged.push(JSON.stringify({ event, ...fields })) },
		onWire: (wire) => wires.push(wire),
		limits,
	});
	const createCode = () => new URL(server.createAddress()).hash.slice("#code=".length);
	return {
		port: server.port,
		wires,
		logged,
		get nowMs() {
			return clock.nowMs;
		},
		set nowMs(value) {
			clock.nowMs = value;
		},
		createCode,
		createToken: async () => {
			const answer = await ask(server.port, formatExchange(server.port, { code: createCode() }));
			return (JSON.parse(answer.body) as { token: string }).token;
		},
		close: () => server.close(),
	};
}

/** Header lines; the value null leaves one out, an array sends it several times. */
export type HeaderChanges = Readonly<Record<string, string | null | readonly string[]>>;

export interface RequestParts {
	readonly method?: string;
	readonly target?: string;
	readonly version?: string;
	readonly headers?: HeaderChanges;
	readonly body?: string;
}

function formatRequest(defaults: HeaderChanges, parts: RequestParts, method: string, target: string): string {
	const headers = { ...defaults, ...parts.headers };
	const lines = Object.entries(headers).flatMap(([name, value]) => {
		if (value === null) return [];
		return (typeof value === "string" ? [value] : value).map((one) => `${name}: ${one}`);
	});
	const start = `${parts.method ?? method} ${parts.target ?? target} HTTP/${parts.version ?? "1.1"}`;
	return `${[start, ...lines].join("\r\n")}\r\n\r\n${parts.body ?? ""}`;
}

/** What a browser sends when the address is typed in; `parts` says what is different. */
export function formatFile(port: number, parts: RequestParts = {}): string {
	const headers = {
		host: `127.0.0.1:${port}`,
		"sec-fetch-site": "none",
		"sec-fetch-mode": "navigate",
		"sec-fetch-dest": "document",
		connection: "close",
	};
	return formatRequest(headers, parts, "GET", "/");
}

/** What the page sends to exchange its code. */
export function formatExchange(port: number, body: unknown, parts: RequestParts = {}): string {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	const headers = {
		host: `127.0.0.1:${port}`,
		origin: `http://127.0.0.1:${port}`,
		"sec-fetch-site": "same-origin",
		"sec-fetch-mode": "cors",
		"sec-fetch-dest": "empty",
		"content-type": "application/json",
		"content-length": String(Buffer.byteLength(text)),
		connection: "close",
	};
	return formatRequest(headers, { body: text, ...parts }, "POST", "/session");
}

/** What the page sends to open its link. */
export function formatLink(port: number, token: string, parts: RequestParts = {}): string {
	const headers = {
		host: `127.0.0.1:${port}`,
		origin: `http://127.0.0.1:${port}`,
		connection: "Upgrade",
		upgrade: "websocket",
		"sec-websocket-version": "13",
		"sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
		"sec-websocket-protocol": `parley, parley.token.${token}`,
	};
	return formatRequest(headers, parts, "GET", "/link");
}

export interface Answer {
	/** null = the connection ended without an answer. */
	readonly status: number | null;
	readonly head: string;
	readonly body: string;
}

/** Sends the bytes and reads until the server ends the connection or has upgraded it. */
export function ask(port: number, request: string): Promise<Answer> {
	return new Promise((resolve) => {
		let text = "";
		const socket = net.connect(port, "127.0.0.1", () => socket.write(request));
		const finish = () => {
			const [head = "", ...rest] = text.split("\r\n\r\n");
			const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
			resolve({ status: status === undefined ? null : Number(status), head, body: rest.join("\r\n\r\n") });
		};
		socket.setEncoding("latin1");
		socket.on("data", (chunk: string) => {
			text += chunk;
			if (text.startsWith("HTTP/1.1 101") && text.includes("\r\n\r\n")) socket.destroy();
		});
		socket.on("error", () => {});
		socket.on("close", finish);
	});
}
