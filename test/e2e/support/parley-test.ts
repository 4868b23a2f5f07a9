/**
 * `test` for the walkthroughs: each has a browser mode and a data folder of its own, a page that is signed in, and a real mosquitto as
 * soon as it asks for one. What the page throws or its policy refuses fails the walkthrough, whatever was seen.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type BrowserMode, launchBrowserMode } from "../../support/launch-browser-mode.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";

export interface Parley {
	readonly dataFolder: string;
	/** Opens the address that was printed last: signed in, once for each start. */
	open(page: Page): Promise<void>;
	/** Ends the server in this way; the page stays. */
	stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
	/** Starts it again on the same data and the same port, and opens the page anew, signed in. */
	start(page: Page): Promise<void>;
	/** Both: as a person who closes everything and comes back. */
	restart(page: Page, signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export interface Fixtures {
	readonly parley: Parley;
	/** TCP and WebSocket. It is started when a test names it. */
	readonly mosquitto: Mosquitto;
}

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
	parley: async ({}, use) => {
		const dataFolder = await mkdtemp(join(tmpdir(), "parley-e2e-"));
		let server: BrowserMode = await launchBrowserMode({ dataFolder });
		let isStopped = false;
		const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
			isStopped = true;
			await server.stop(signal);
		};
		const start = async (page: Page) => {
			server = await launchBrowserMode({ dataFolder, port: Number(new URL(server.address).port) });
			isStopped = false;
			// From elsewhere, so that nothing of the old page is left but what it has stored.
			await page.goto("about:blank");
			await page.goto(server.address);
		};
		await use({
			dataFolder,
			open: async (page) => {
				await page.goto(server.address);
			},
			stop,
			start,
			restart: async (page, signal) => {
				await stop(signal);
				await start(page);
			},
		});
		// Whatever the page showed: a server that is gone, and that nobody stopped, is the first thing to know.
		const { program } = server;
		if (!isStopped && program.hasEnded)
			throw new Error(`Parley ended by itself: ${await program.ended}\n${program.lines.join("\n")}`);
		await server.stop("SIGKILL");
		await rm(dataFolder, { recursive: true, force: true });
	},

	page: async ({ page, parley }, use) => {
		const troubles = collectTroubles(page);
		await parley.open(page);
		await use(page);
		expect(troubles, "what the page threw or was refused").toEqual([]);
	},

	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
	mosquitto: async ({}, use) => {
		const broker = await launchMosquitto({ webSocket: true });
		await use(broker);
		await broker.close();
	},
});

/** Errors of the page's own making; that a server went away is none. */
function collectTroubles(page: Page): readonly string[] {
	const troubles: string[] = [];
	page.on("pageerror", (error) => troubles.push(error.stack ?? error.message));
	page.on("console", (message) => {
		if (message.type() !== "error" || /net::ERR_|WebSocket connection to|status of 401/.test(message.text())) return;
		troubles.push(message.text());
	});
	return troubles;
}

export { expect };
