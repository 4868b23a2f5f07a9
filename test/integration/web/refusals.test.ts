/**
 * What the server of the browser mode must refuse. Each case is a request of our own page with one thing changed, put to the running
 * server; the unchanged requests stand beside them, so that a refusal cannot come from something else.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CODE_LIFE_MS, SESSION_LIFE_MS } from "../../../electron/web/create-sessions.ts";
import type { WebServerLimits } from "../../../electron/web/open-web-server.ts";
import {
	ask,
	formatExchange,
	formatFile,
	formatLink,
	openTestServer,
	type RequestParts,
	type TestServer,
} from "./open-test-server.ts";

let server: TestServer;
let token: string;
beforeAll(async () => {
	server = await openTestServer();
	token = await server.createToken();
});
afterAll(() => server.close());

describe("what our own page asks for is answered", () => {
	test.each<[string, RequestParts]>([
		["an address typed in", {}],
		["as localhost", { headers: { host: "localhost:PORT" } }],
		["by a program that sends no fetch metadata", { headers: { "sec-fetch-site": null, "sec-fetch-mode": null } }],
		["HEAD", { method: "HEAD" }],
		[
			"a script of the page",
			{
				target: "/assets/web-1.js",
				headers: { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "script" },
			},
		],
	])("%s", async (_what, parts) => {
		expect((await ask(server.port, formatFile(server.port, fill(parts)))).status).toBe(200);
	});

	test("a code for a token", async () => {
		const answer = await ask(server.port, formatExchange(server.port, { code: server.createCode() }));
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.body)).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) });
	});

	test("a token for itself while its session lasts", async () => {
		const answer = await ask(server.port, formatExchange(server.port, { token }));
		expect(JSON.parse(answer.body)).toEqual({ token });
	});

	test("the link, with our subprotocol and never the token in the answer", async () => {
		const answer = await ask(server.port, formatLink(server.port, token));
		expect(answer.status).toBe(101);
		expect(answer.head).toMatch(/^sec-websocket-protocol: parley$/im);
		expect(answer.head).not.toContain(token);
	});
});

/** What holds for every request, whatever it asks for. */
const FOREIGN: readonly (readonly [string, RequestParts])[] = [
	["no Host", { headers: { host: null } }],
	["an empty Host", { headers: { host: "" } }],
	["a foreign Host", { headers: { host: "evil.example" } }],
	["a foreign Host with our port", { headers: { host: "evil.example:PORT" } }],
	["a Host that begins like ours", { headers: { host: "127.0.0.1:PORT.evil.example" } }],
	["a Host that ends like ours", { headers: { host: "evil.127.0.0.1:PORT" } }],
	["a Host with user information", { headers: { host: "evil@127.0.0.1:PORT" } }],
	["our Host without its port", { headers: { host: "127.0.0.1" } }],
	["our Host with another port", { headers: { host: "127.0.0.1:1" } }],
	["another address of loopback", { headers: { host: "127.0.0.2:PORT" } }],
	["the IPv6 address of loopback", { headers: { host: "[::1]:PORT" } }],
	["every address", { headers: { host: "0.0.0.0:PORT" } }],
	["our address as one number", { headers: { host: "2130706433:PORT" } }],
	["a name that resolves to loopback", { headers: { host: "localhost.evil.example:PORT" } }],
	["localhost with a dot at its end", { headers: { host: "localhost.:PORT" } }],
	["two Hosts", { headers: { host: ["127.0.0.1:PORT", "evil.example"] } }],
	["a foreign Origin", { headers: { origin: "http://evil.example" } }],
	["the Origin null", { headers: { origin: "null" } }],
	["an empty Origin", { headers: { origin: "" } }],
	["an Origin of another port", { headers: { origin: "http://127.0.0.1:1" } }],
	["an Origin of our other name", { headers: { origin: "http://localhost:PORT" } }],
	["an Origin with https", { headers: { origin: "https://127.0.0.1:PORT" } }],
	["an Origin with a path", { headers: { origin: "http://127.0.0.1:PORT/" } }],
	["an Origin that begins like ours", { headers: { origin: "http://127.0.0.1:PORT.evil.example" } }],
	["an Origin of a file", { headers: { origin: "file://" } }],
	["an Origin of an extension", { headers: { origin: "chrome-extension://abcdefghijklmnop" } }],
	["two Origins", { headers: { origin: ["http://127.0.0.1:PORT", "http://evil.example"] } }],
	["a cross-site request", { headers: { "sec-fetch-site": "cross-site" } }],
	["a request of another port", { headers: { "sec-fetch-site": "same-site" } }],
	["fetch metadata of no known kind", { headers: { "sec-fetch-site": "own" } }],
	["fetch metadata twice", { headers: { "sec-fetch-site": ["same-origin", "cross-site"] } }],
	["a frame", { headers: { "sec-fetch-dest": "iframe" } }],
	["OPTIONS", { method: "OPTIONS" }],
	["PUT", { method: "PUT" }],
	["DELETE", { method: "DELETE" }],
	["TRACE", { method: "TRACE" }],
	["a method of no known kind", { method: "BREW" }],
	["HTTP/1.0 without a Host", { version: "1.0", headers: { host: null } }],
	["a header that never ends", { headers: { "x-long": "x".repeat(20_000) } }],
];

describe("a file of the page is refused with", () => {
	test.each(FOREIGN)("%s", async (_what, parts) => {
		await expectRefusal(formatFile(server.port, fill(parts)));
	});

	test.each<[string, RequestParts]>([
		["POST", { method: "POST", headers: { "content-length": "0" } }],
		["a cross-site navigation", { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" } }],
		["a script element on no page", { headers: { "sec-fetch-site": "none", "sec-fetch-mode": "no-cors" } }],
		["a path out of the folder", { target: "/../package.json" }],
		["an encoded path out of the folder", { target: "/%2e%2e/package.json" }],
		["a path out of the assets", { target: "/assets/../../package.json" }],
		["a path with backslashes", { target: "/assets\\..\\..\\package.json" }],
		["a path with two slashes", { target: "//assets/web-1.js" }],
		["an encoded slash", { target: "/assets%2fweb-1.js" }],
		["a NUL in the path", { target: "/assets/web-1.js%00.html" }],
		["a path of the file system", { target: "/etc/passwd" }],
		["a whole address as target", { target: "http://evil.example/" }],
		["our own whole address as target", { target: "http://127.0.0.1:PORT/" }],
		["a name of every object", { target: "/__proto__" }],
		["a file that the page does not have", { target: "/desktop.html" }],
	])("%s", async (_what, parts) => {
		await expectRefusal(formatFile(server.port, fill(parts)));
	});
});

describe("the exchange of a code is refused with", () => {
	let code: string;
	beforeEach(() => {
		code = server.createCode();
	});

	test.each(FOREIGN)("%s, and the code stays good", async (_what, parts) => {
		await expectRefusal(formatExchange(server.port, { code }, fill(parts)));
		expect((await ask(server.port, formatExchange(server.port, { code }))).status).toBe(200);
	});

	test.each<[string, unknown, RequestParts]>([
		["no Origin", null, { headers: { origin: null } }],
		["GET", null, { method: "GET" }],
		["a form", null, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
		["plain text, as a form can send it", null, { headers: { "content-type": "text/plain" } }],
		["no content type", null, { headers: { "content-type": null } }],
		["a body that is no JSON", "code", {}],
		["an empty body", "", {}],
		["an array", [], {}],
		["a wrong code", { code: "A".repeat(27) }, {}],
		["an empty code", { code: "" }, {}],
		["a code that is no text", { code: 1 }, {}],
		["a code in a list", { code: ["CODE"] }, {}],
		["a wrong token", { token: "A".repeat(43) }, {}],
		["a body beyond the limit", { code: "A".repeat(2000) }, {}],
		[
			"a body beyond the limit in pieces",
			null,
			{ headers: { "content-length": null, "transfer-encoding": "chunked" }, body: `800\r\n${"A".repeat(2048)}\r\n0\r\n\r\n` },
		],
		["a length and pieces at once", null, { headers: { "transfer-encoding": "chunked" }, body: "0\r\n\r\n" }],
	])("%s", async (_what, body, parts) => {
		await expectRefusal(formatExchange(server.port, body ?? { code }, fill(parts)));
	});

	test("a code that was used", async () => {
		await ask(server.port, formatExchange(server.port, { code }));
		await expectRefusal(formatExchange(server.port, { code }), 401);
	});

	test("a code before which a newer one was made", async () => {
		server.createCode();
		await expectRefusal(formatExchange(server.port, { code }), 401);
	});

	test("a code of ten minutes ago", async () => {
		server.nowMs += CODE_LIFE_MS;
		await expectRefusal(formatExchange(server.port, { code }), 401);
	});
});

describe("the link is refused with", () => {
	test.each(FOREIGN)("%s", async (_what, parts) => {
		await expectRefusal(formatLink(server.port, token, fill(parts)));
	});

	test.each<[string, RequestParts]>([
		["no Origin", { headers: { origin: null } }],
		["no token", { headers: { "sec-websocket-protocol": "parley" } }],
		["no subprotocol", { headers: { "sec-websocket-protocol": null } }],
		["a token alone", { headers: { "sec-websocket-protocol": "parley.token.TOKEN" } }],
		["an empty token", { headers: { "sec-websocket-protocol": "parley, parley.token." } }],
		["a wrong token", { headers: { "sec-websocket-protocol": `parley, parley.token.${"A".repeat(43)}` } }],
		["a token with one letter more", { headers: { "sec-websocket-protocol": "parley, parley.token.TOKENA" } }],
		["two tokens", { headers: { "sec-websocket-protocol": "parley, parley.token.TOKEN, parley.token.AAAA" } }],
		["the token as a cookie", { headers: { "sec-websocket-protocol": "parley", cookie: "token=TOKEN" } }],
		["the token in the address", { target: "/link?token=TOKEN", headers: { "sec-websocket-protocol": "parley" } }],
		["the token as Authorization", { headers: { "sec-websocket-protocol": "parley", authorization: "Bearer TOKEN" } }],
		["another path", { target: "/" }],
		["a path that begins like ours", { target: "/link/other" }],
		["POST", { method: "POST" }],
		["no upgrade at all", { headers: { connection: "close", upgrade: null } }],
		["an upgrade to something else", { headers: { upgrade: "h2c" } }],
		["a version of WebSocket that never was", { headers: { "sec-websocket-version": "7" } }],
		["no WebSocket key", { headers: { "sec-websocket-key": null } }],
	])("%s", async (_what, parts) => {
		await expectRefusal(formatLink(server.port, token, fill(parts)));
	});

	test("a token that was not used for twelve hours, and only then", async () => {
		const own = await server.createToken();
		server.nowMs += SESSION_LIFE_MS - 1;
		expect((await ask(server.port, formatLink(server.port, own))).status).toBe(101);
		await new Promise<void>((resolve) => server.wires.at(-1)?.onClose(resolve));
		server.nowMs += SESSION_LIFE_MS;
		await expectRefusal(formatLink(server.port, own), 401);
		token = await server.createToken();
	});
});

/** Each limit alone: the others are too far away to be what ends the connection. */
describe("whoever is slow is cut off", () => {
	const FAR_MS = 600_000;
	test.each<[string, Partial<WebServerLimits>, (port: number) => string]>([
		["a request line that never ends", { headersMs: 50 }, () => "GET / HT"],
		["headers that never end", { headersMs: 50 }, (port) => formatFile(port).slice(0, -2)],
		[
			"a body that never comes",
			{ headersMs: 50, requestMs: 50 },
			(port) => formatExchange(port, "", { headers: { "content-length": "10" } }),
		],
		["a connection on which nothing comes", { idleMs: 50 }, () => ""],
	])("%s", async (_what, limit, format) => {
		const slow = await openTestServer({ headersMs: FAR_MS, requestMs: FAR_MS, idleMs: FAR_MS, ...limit });
		const answer = await ask(slow.port, format(slow.port));
		expect([null, 408]).toContain(answer.status);
		await slow.close();
	});
});

test("every answer carries the headers that keep a page to itself", async () => {
	const { head } = await ask(server.port, formatFile(server.port));
	const policy = /content-security-policy: (.*)/i.exec(head)?.[1] ?? "";
	for (const directive of [
		"default-src 'none'",
		"script-src 'self'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
	]) {
		expect(policy).toContain(directive);
	}
	expect(policy).not.toMatch(/unsafe|\*/);
	expect(head).toMatch(/x-content-type-options: nosniff/i);
	expect(head).toMatch(/referrer-policy: no-referrer/i);
	expect(head).toMatch(/cross-origin-opener-policy: same-origin/i);
	expect(head).toMatch(/cross-origin-resource-policy: same-origin/i);
	expect(head).toMatch(/cache-control: no-store/i);
	expect(head).not.toMatch(/set-cookie|access-control/i);
});

test("no code and no token is ever logged", async () => {
	const code = server.createCode();
	await ask(server.port, formatExchange(server.port, { code: `${code}x` }));
	await ask(server.port, formatExchange(server.port, { code }));
	const everything = server.logged.join("\n");
	expect(everything).toContain("web-request-refused");
	expect(everything).not.toContain(code);
	expect(everything).not.toContain(token);
});

/** The words in capitals stand for what is known only when the server runs. */
function fill(parts: RequestParts): RequestParts {
	const text = JSON.stringify(parts).replaceAll("PORT", String(server.port)).replaceAll("TOKEN", token);
	return JSON.parse(text) as RequestParts;
}

/** A refusal is an answer from 400 to 499, or a connection that just ends; never a file, a token or a link. */
async function expectRefusal(request: string, status?: number): Promise<void> {
	const wires = server.wires.length;
	const answer = await ask(server.port, request);
	if (status !== undefined) expect(answer.status).toBe(status);
	if (answer.status !== null) expect(Math.floor(answer.status / 100)).toBe(4);
	expect(answer.body).not.toMatch(/doctype|token|1;/);
	expect(server.wires.length).toBe(wires);
}
