/** The desktop host as it was built, unchanged, up to where Electron's own program begins. */

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ProgramBatch } from "../../../shared/contract/preferences.ts";
import type { Outcome } from "../../../shared/link/wire.ts";
import { CONNECTION_DEFAULTS } from "../../../shared/model/connection-defaults.ts";
import { type LaunchedDesktop, launchDesktop } from "../../support/desktop/launch-desktop.ts";

const PAGE = "parley://app/desktop.html";

async function createFolder(): Promise<string> {
	return mkdtemp(join(tmpdir(), "parley-desktop-"));
}

describe("the desktop host", () => {
	let folder = "";
	let desktop: LaunchedDesktop;

	beforeAll(async () => {
		folder = await createFolder();
		desktop = await launchDesktop({ STAND_IN_USER_DATA: folder, DEBUG: "mqttjs*", MQTTJS_SOCKS_PROXY: "socks5://127.0.0.1:1" });
		await desktop.call("waitForWindow");
	});

	afterAll(async () => {
		await desktop.kill();
		await rm(folder, { recursive: true, force: true });
	});

	it("opens one window, sandboxed, without Node, and shows it when there is something to see", async () => {
		const { windows, isSandboxEnabled } = await desktop.call("describe");
		expect(isSandboxEnabled).toBe(true);
		expect(windows).toMatchObject([
			{
				url: PAGE,
				isShown: false,
				options: {
					show: false,
					webPreferences: {
						preload: expect.stringMatching(/out[/\\]preload\.cjs$/),
						sandbox: true,
						contextIsolation: true,
						nodeIntegration: false,
						nodeIntegrationInWorker: false,
						nodeIntegrationInSubFrames: false,
						webSecurity: true,
						allowRunningInsecureContent: false,
						webviewTag: false,
						spellcheck: false,
					},
				},
			},
		]);
		await desktop.call("readyToShow");
		expect((await desktop.call("describe")).windows[0]?.isShown).toBe(true);
	});

	it("takes from the environment what would change or betray it", async () => {
		const { environment } = await desktop.call("describe");
		expect(environment).not.toContain("DEBUG");
		expect(environment).not.toContain("MQTTJS_SOCKS_PROXY");
	});

	it("has the page at a scheme of its own, standard and secure, that bypasses no policy", async () => {
		const { privilegedSchemes } = await desktop.call("describe");
		expect(privilegedSchemes).toEqual([{ scheme: "parley", privileges: { standard: true, secure: true, codeCache: true } }]);
	});

	it("serves the page and what it names, each under the strict policy", async () => {
		const document = await desktop.call("fetchPage", PAGE);
		expect(document).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
		expect(document.body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
		const named = [...document.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => new URL(name ?? "", PAGE).href);
		expect(named.length).toBeGreaterThan(0);
		for (const url of named) expect(await desktop.call("fetchPage", url), url).toMatchObject({ status: 200 });
		for (const url of [PAGE, ...named]) {
			const { headers } = await desktop.call("fetchPage", url);
			const policy = headers["content-security-policy"] ?? "";
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("script-src 'self'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toMatch(/unsafe-|\*|https?:/);
			expect(headers["x-content-type-options"]).toBe("nosniff");
		}
	});

	it.each([
		"parley://app/",
		"parley://app/../package.json",
		"parley://app/%2e%2e/package.json",
		"parley://app/..%2fmain.mjs",
		"parley://app/__proto__",
		"parley://app//etc/passwd",
		"parley://other/desktop.html",
	])("knows nothing at %s", async (url) => {
		expect(await desktop.call("fetchPage", url)).toMatchObject({ status: 404, body: "" });
	});

	it("answers no other method", async () => {
		expect(await desktop.call("fetchPage", PAGE, "POST")).toMatchObject({ status: 404 });
	});

	it.each(["https://example.org/", "file:///etc/passwd", "parley://app/other.html", "javascript:alert(1)", "data:text/html,x"])(
		"does not go to %s, nor open or embed it",
		async (url) => {
			for (const event of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
				expect(await desktop.call("canNavigate", event, url), event).toBe(false);
			}
			expect(await desktop.call("openPopup", url)).toBe("deny");
			expect(await desktop.call("canEmbed")).toBe(false);
		},
	);

	it("lets the page load itself again", async () => {
		expect(await desktop.call("canNavigate", "will-navigate", PAGE)).toBe(true);
	});

	it.each([
		"media",
		"geolocation",
		"notifications",
		"clipboard-read",
		"fileSystem",
		"openExternal",
		"usb",
		"local-network",
		"unknown",
	])("refuses the permission %s", async (permission) => {
		expect(await desktop.call("askPermission", permission)).toEqual({ checked: false, requested: false, device: false });
	});

	it("saves what the page itself has made, and downloads nothing else", async () => {
		expect(await desktop.call("canDownload", "blob:parley://app/5b1b")).toBe(true);
		for (const url of ["https://example.org/x", "blob:https://example.org/5b1b", "data:text/plain,x", PAGE]) {
			expect(await desktop.call("canDownload", url), url).toBe(false);
		}
	});

	it("lets the page write to the clipboard", async () => {
		expect(await desktop.call("askPermission", "clipboard-sanitized-write")).toMatchObject({ checked: true, requested: true });
	});

	it("hands the page one port and nothing else, addressed to the page's own origin", async () => {
		expect(await desktop.call("finishLoad")).toEqual({
			posted: 1,
			message: "parley-port",
			targetOrigin: "parley://app",
			exposed: [],
		});
	});

	it("answers a command and a feed of the contract through the port, and through the next one after a reload", async () => {
		for (const name of ["first", "after the reload"]) {
			await desktop.call("finishLoad");
			const program = (await desktop.call("readFeed", "program", {})) as ProgramBatch;
			expect(program, name).toMatchObject({ version: "0.0.0-stand-in", passwordsSurviveRestart: true });
			const wrong = (await desktop.call("request", "connection.connect", { id: 7 })) as Outcome<unknown>;
			expect(wrong, name).toMatchObject({ ok: false, failure: { code: "invalid-input" } });
			const right = (await desktop.call("request", "preferences.update", {
				preferences: program.preferences,
			})) as Outcome<unknown>;
			expect(right, name).toEqual({ ok: true, value: null });
		}
	});

	it("keeps a password out of every file in clear", async () => {
		await desktop.call("finishLoad");
		const secret = "correct horse battery staple";
		const created = (await desktop.call("request", "connection.create", {
			draft: { ...DRAFT, secrets: { password: secret } },
		})) as Outcome<unknown>;
		expect(created).toMatchObject({ ok: true });
		const data = join(folder, "data");
		const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
		expect(files.some((entry) => entry.name.endsWith(".secret"))).toBe(true);
		for (const entry of files) {
			const bytes = await readFile(join(entry.parentPath, entry.name));
			expect(bytes.includes(secret), entry.name).toBe(false);
			expect(bytes.includes(Buffer.from(secret).toString("base64").slice(0, 20)), entry.name).toBe(false);
		}
	});

	it("comes to the front when it is started a second time", async () => {
		expect(await desktop.call("startSecondInstance")).toBe(1);
	});

	it("has a menu made of roles", async () => {
		const { menuRoles } = await desktop.call("describe");
		expect(menuRoles).toEqual(expect.arrayContaining(["fileMenu", "editMenu", "viewMenu", "windowMenu"]));
	});
});

describe("the desktop host's beginning and end", () => {
	const clean: (() => Promise<unknown>)[] = [];

	afterEach(async () => {
		for (const step of clean.splice(0).reverse()) await step();
	});

	async function start(environment: Readonly<Record<string, string>> = {}) {
		const folder = await createFolder();
		clean.push(() => rm(folder, { recursive: true, force: true }));
		const desktop = await launchDesktop({ STAND_IN_USER_DATA: folder, ...environment });
		clean.push(() => desktop.kill());
		return { folder, desktop };
	}

	it("closes the engine before it quits, so that the folder is free again", async () => {
		const { folder, desktop } = await start();
		await desktop.call("waitForWindow");
		expect(await desktop.call("quit")).toBe(0);
		const log = await readFile(join(folder, "data", "parley.log"), "utf8");
		expect(log).toContain('"desktop.stopped"');
		const again = await launchDesktop({ STAND_IN_USER_DATA: folder });
		clean.push(() => again.kill());
		await again.call("waitForWindow");
	});

	it("opens nothing as the second instance", async () => {
		const { desktop } = await start({ STAND_IN_SECOND_INSTANCE: "1" });
		await expect.poll(async () => (await desktop.call("describe")).exitCode).toBe(0);
		expect((await desktop.call("describe")).windows).toEqual([]);
	});

	it("says why, and ends with an error, where another engine holds the folder", async () => {
		const { folder, desktop } = await start();
		await desktop.call("waitForWindow");
		const second = await launchDesktop({ STAND_IN_USER_DATA: folder });
		clean.push(() => second.kill());
		await expect.poll(async () => (await second.call("describe")).exitCode).toBe(1);
		const { errorBoxes, windows } = await second.call("describe");
		expect(errorBoxes).toHaveLength(1);
		expect(windows).toEqual([]);
	});

	it("keeps secrets in memory, and says so, where Linux has no keychain", async () => {
		const { folder, desktop } = await start({ STAND_IN_KEYCHAIN: "basic_text" });
		await desktop.call("waitForWindow");
		await desktop.call("finishLoad");
		const program = (await desktop.call("readFeed", "program", {})) as ProgramBatch;
		expect(program.passwordsSurviveRestart).toBe(false);
		await desktop.call("request", "connection.create", { draft: { ...DRAFT, password: "not on the disk" } });
		expect(await readdir(join(folder, "data"))).not.toContain("secrets");
	});
});

const DRAFT = {
	...CONNECTION_DEFAULTS,
	name: "Broker",
	host: "127.0.0.1",
	port: 1883,
	clientId: "parley_desktop",
	username: "user",
	autoReconnect: false,
};
