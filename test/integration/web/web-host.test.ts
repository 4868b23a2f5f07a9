/** The page's host in a real browser, against the real server, under its real content security policy. */
import { type Browser, type BrowserContext, chromium, type Page as Tab } from "playwright-core";
import { build, type Rollup } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { projectPath } from "../../../build/project.ts";
import { openWebServer, type WebServer } from "../../../electron/web/open-web-server.ts";
import type { Page } from "../../../electron/web/read-page.ts";
import type { Host } from "../../../renderer/host/host.ts";
import { CONTRACT_VERSION } from "../../../shared/contract/contract.ts";
import { serveLink } from "../../../shared/link/serve-link.ts";
import type { Wire } from "../../../shared/link/wire.ts";
import { findChromium } from "../../support/find-chromium.ts";

declare global {
	interface Window {
		host: Host;
	}
}

/** The browser says by itself when a request was refused; what offends the policy, or is thrown, is not among these. */
const EXPECTED_COMPLAINT = /^(Failed to load resource|WebSocket connection to)/;

let complaints: string[];
let page: Page;
let browser: Browser;
let context: BrowserContext;
let server: WebServer;
let wires: Wire[];
let version: string;

beforeAll(async () => {
	page = new Map([
		["/", file('<!doctype html><script type="module" src="/assets/host.js"></script>', "text/html")],
		["/assets/host.js", file(await bundleHostPage(), "text/javascript")],
	]);
	const executablePath = findChromium();
	if (executablePath === null) throw new Error("no Chromium on this machine");
	browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
});
afterAll(() => browser.close());

beforeEach(async () => {
	version = CONTRACT_VERSION;
	complaints = [];
	context = await browser.newContext();
	server = await openServer(0);
});
afterEach(async () => {
	await context.close();
	await server.close();
	expect(complaints).toEqual([]);
});

function file(text: string, contentType: string) {
	return { bytes: Buffer.from(text), contentType, isHashed: false };
}

async function bundleHostPage(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "error",
		build: {
			write: false,
			minify: false,
			lib: { entry: projectPath("test/integration/web/host-page.ts"), formats: ["es"], fileName: "host" },
		},
	});
	const [bundle] = built as Rollup.RollupOutput[];
	const chunk = bundle?.output[0];
	if (chunk === undefined) throw new Error("nothing was built");
	return chunk.code;
}

function openServer(port: number): Promise<WebServer> {
	wires = [];
	return openWebServer({
		port,
		page,
		clock: { now: () => Date.now() },
		log: { write: () => {} },
		onWire: (wire) => {
			wires.push(wire);
			serveLink(wire, {
				version,
				request: (name, input) => ({ ok: true, value: { name, input } }),
				openFeed: () => ({ ok: false, failure: { code: "unknown-command", message: "", hint: "" } }),
				onBug: () => ({ code: "internal-error", message: "", hint: "" }),
			});
		},
	});
}

function address(): string {
	return `http://127.0.0.1:${server.port}/`;
}

/** Opens the address in a new tab; whatever the page complains about makes the test fail. */
async function openTab(url: string): Promise<Tab> {
	const tab = await context.newPage();
	tab.on("pageerror", (error) => complaints.push(String(error)));
	tab.on("console", (message) => {
		if (message.type() === "error" && !EXPECTED_COMPLAINT.test(message.text())) complaints.push(message.text());
	});
	await tab.goto(url);
	return tab;
}

async function seeState(tab: Tab, state: string): Promise<void> {
	await tab.waitForFunction((wanted) => document.title === wanted, state);
}

test("an address with its code opens the link, and the code is gone from the address bar", async () => {
	const tab = await openTab(server.createAddress());
	await seeState(tab, "granted open");
	expect(tab.url()).toBe(address());
	const outcome = await tab.evaluate(() => window.host.link.request("broker.stop", {}));
	expect(outcome).toEqual({ ok: true, value: { name: "broker.stop", input: {} } });
});

test("a reload and a second tab need no code", async () => {
	const tab = await openTab(server.createAddress());
	await seeState(tab, "granted open");
	await tab.reload();
	await seeState(tab, "granted open");
	await seeState(await openTab(address()), "granted open");
});

test("the token is in no cookie", async () => {
	await seeState(await openTab(server.createAddress()), "granted open");
	expect(await context.cookies()).toEqual([]);
});

test("without a code the page asks for one, and takes it as it was printed", async () => {
	const tab = await openTab(address());
	await seeState(tab, "needs-code connecting");
	await tab.evaluate((text) => window.host.access.enter(text), `Parley is at ${server.createAddress()}`);
	await seeState(tab, "granted open");
});

test("a wrong code is said to be wrong, and the right one is taken afterwards", async () => {
	const tab = await openTab(address());
	await seeState(tab, "needs-code connecting");
	for (const wrong of ["A".repeat(27), "not a code at all"]) {
		await tab.evaluate((text) => window.host.access.enter(text), wrong);
		await tab.waitForFunction(() => {
			const { state } = window.host.access;
			return state.kind === "needs-code" && state.wasRefused;
		});
	}
	await tab.evaluate((text) => window.host.access.enter(text), server.createAddress());
	await seeState(tab, "granted open");
});

test("a new address pasted over the old one is taken without a reload", async () => {
	const tab = await openTab(address());
	await seeState(tab, "needs-code connecting");
	const next = server.createAddress();
	await tab.evaluate((url) => location.assign(url), next);
	await seeState(tab, "granted open");
	expect(tab.url()).toBe(address());
});

test("a tab that waits for a code comes in when another one has got in", async () => {
	const waiting = await openTab(address());
	await seeState(waiting, "needs-code connecting");
	await seeState(await openTab(server.createAddress()), "granted open");
	await seeState(waiting, "granted open");
});

test("a link that was cut is there again by itself", async () => {
	const tab = await openTab(server.createAddress());
	await seeState(tab, "granted open");
	const reopened = tab.evaluate(
		() =>
			new Promise<string[]>((resolve) => {
				const states: string[] = [];
				window.host.link.onState((state) => {
					states.push(state.kind);
					if (state.kind === "open") resolve(states);
				});
			}),
	);
	await tab.evaluate(() => {});
	wires[0]?.close();
	expect(await reopened).toEqual(["closed", "connecting", "open"]);
});

test("after a restart of the engine, which has forgotten everybody, the page asks for a code and goes on with it", async () => {
	const tab = await openTab(server.createAddress());
	await seeState(tab, "granted open");
	const { port } = server;
	await server.close();
	await seeState(tab, "granted closed");
	server = await openServer(port);
	await seeState(tab, "needs-code closed");
	await tab.evaluate((text) => window.host.access.enter(text), server.createAddress());
	await seeState(tab, "granted open");
});

test("an engine of another version is said, and not asked again", async () => {
	version = "another";
	const tab = await openTab(server.createAddress());
	await seeState(tab, "granted stale");
	expect(wires.length).toBe(1);
});

test("text is copied, also where the browser lacks the new way", async () => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: `http://127.0.0.1:${server.port}` });
	const tab = await openTab(server.createAddress());
	for (const withoutNew of [false, true]) {
		const copied = await tab.evaluate(async (isOld) => {
			if (isOld) navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
			const ok = await window.host.clipboard.writeText(`text ${isOld}`);
			return { ok, text: await navigator.clipboard.readText() };
		}, withoutNew);
		expect(copied).toEqual({ ok: true, text: `text ${withoutNew}` });
	}
});
