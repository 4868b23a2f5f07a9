/**
 * The walkthroughs, in the machine's own Chromium, on the built page and server. No retries: a walkthrough that works at the second
 * attempt has found something. Each test has a server, a data folder and brokers of its own.
 */
import { defineConfig } from "@playwright/test";
import { projectPath } from "../../build/project.ts";
import { findChromium } from "../support/find-chromium.ts";

export default defineConfig({
	testDir: ".",
	testMatch: "**/*.test.ts",
	outputDir: projectPath("out/test/e2e"),
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: process.env["CI"] !== undefined,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: "list",
	use: {
		browserName: "chromium",
		headless: true,
		viewport: { width: 1280, height: 800 },
		locale: "en-GB",
		timezoneId: "UTC",
		colorScheme: "light",
		screenshot: "only-on-failure",
		launchOptions: {
			executablePath: findChromium() ?? "chromium",
			args: [
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		},
	},
});
