/**
 * `npm run screenshots -- [words]`: every screen in every state, theme, language and size, through the built page, to
 * `out/screenshots/`. With words only the pictures whose file name holds all of them: `npm run screenshots -- full-search ja 900x600`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { ensureBuilt } from "../../build/ensure-built.ts";
import type { SpokenLanguage } from "../../renderer/i18n/create-texts.ts";
import { fillDataFolder, SHARED_TOPIC } from "../support/fill-data-folder.ts";
import { findChromium } from "../support/find-chromium.ts";
import { launchBrowserMode } from "../support/launch-browser-mode.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { launchProgram } from "../support/launch-program.ts";
import { EMPTY_SCREENS } from "./empty-screens.ts";
import { fillParley } from "./fill-parley.ts";
import { FORM_SCREENS } from "./form-screens.ts";
import { FULL_SCREENS } from "./full-screens.ts";
import { MANY_SCREENS } from "./many-screens.ts";
import { createSay, type Screen } from "./screen.ts";
import { listShots, shoot } from "./shoot.ts";

const LANGUAGES: readonly SpokenLanguage[] = ["en", "zh-CN", "ja"];
const wanted = process.argv.slice(2);
let taken = 0;

await ensureBuilt();
const dataFolder = await mkdtemp(join(tmpdir(), "parley-screenshots-"));
const mosquitto = await launchMosquitto();
const server = await launchBrowserMode({ dataFolder });
const browser = await chromium.launch({
	executablePath: findChromium() ?? "chromium",
	args: ["--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none"],
});
try {
	const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
	const first = await context.newPage();
	await first.goto(server.address);
	await first.getByRole("heading", { level: 1 }).waitFor();
	const address = new URL("/", server.address).href;

	await shootAll(context, address, [...EMPTY_SCREENS, ...FORM_SCREENS]);
	await fillParley(first, mosquitto);
	await shootAll(context, address, FULL_SCREENS);
	await shootMany();

	const flood = launchProgram("mosquitto_pub", [
		...["-h", mosquitto.host, "-p", String(mosquitto.port), "-t", "factory/hall-7/line-3/press-12/bearing/celsius"],
		...["-m", '{"celsius": 21.5, "operator": null}', "--repeat", "1000000", "--repeat-delay", "0.005"],
	]);
	await shootAll(context, address, [{ name: "busy", open: FULL_SCREENS[0]?.open ?? (async () => {}) }]);
	await flood.kill();

	const stranger = await browser.newContext({ locale: "en-GB" });
	await shootAll(stranger, address, [{ name: "code", open: (page) => page.getByRole("heading", { level: 1 }).waitFor() }]);

	await shootAway(context, address);
} finally {
	await browser.close();
	await server.stop("SIGKILL");
	await mosquitto.close();
	await rm(dataFolder, { recursive: true, force: true });
}
console.log(`${taken} pictures in out/screenshots/`);

async function shootAll(context: BrowserContext, address: string, screens: readonly Screen[]): Promise<void> {
	for (const language of LANGUAGES) {
		const say = createSay(language);
		for (const screen of screens) {
			const shots = listShots(screen.name, language, wanted);
			if (shots.length === 0) continue;
			const page = await openPage(context, address, language);
			try {
				await screen.open(page, say);
				await shoot(page, shots);
				taken += shots.length;
			} catch (error) {
				// The others are worth having all the same.
				console.error(`${screen.name}, ${language}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
				process.exitCode = 1;
			} finally {
				await page.close();
			}
		}
	}
}

/** A thousand connections and ten thousand subscriptions, on a data folder and a server of their own. */
async function shootMany(): Promise<void> {
	if (!LANGUAGES.some((language) => MANY_SCREENS.some(({ name }) => listShots(name, language, wanted).length > 0))) return;
	const folder = await mkdtemp(join(tmpdir(), "parley-screenshots-many-"));
	await fillDataFolder(folder, { broker: mosquitto, connected: 40 });
	const own = await launchBrowserMode({ dataFolder: folder });
	try {
		const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
		const first = await context.newPage();
		await first.goto(own.address);
		await first.getByRole("tree").waitFor();
		await runMosquittoPub(mosquitto, ["-t", SHARED_TOPIC, "-m", '{"celsius": 21.5}']);
		await shootAll(context, new URL("/", own.address).href, MANY_SCREENS);
	} finally {
		await own.stop("SIGKILL");
		await rm(folder, { recursive: true, force: true });
	}
}

/** A page of a reader of this language; the settings stay at "System". */
async function openPage(context: BrowserContext, address: string, language: SpokenLanguage): Promise<Page> {
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	await page.addInitScript((own) => Object.defineProperty(navigator, "languages", { get: () => [own] }), language);
	await page.goto(address);
	return page;
}

/** The last: the server is gone, and the pages that it had served say so. */
async function shootAway(context: BrowserContext, address: string): Promise<void> {
	const left: { readonly page: Page; readonly language: SpokenLanguage }[] = [];
	for (const language of LANGUAGES) {
		if (listShots("away", language, wanted).length === 0) continue;
		const page = await openPage(context, address, language);
		await page.getByRole("article").last().waitFor();
		left.push({ page, language });
	}
	await server.stop("SIGKILL");
	for (const { page, language } of left) {
		// More than one part of the page says so.
		await page.getByText(createSay(language)("app.linkClosed")).filter({ visible: true }).first().waitFor();
		const shots = listShots("away", language, wanted);
		await shoot(page, shots);
		taken += shots.length;
	}
}
