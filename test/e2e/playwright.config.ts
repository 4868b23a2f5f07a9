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
	expect: {
		timeout: 10_000,
		// What may differ from a reference picture: a thousandth of its pixels; a pixel differs from a fifth of black and white on.
		toHaveScreenshot: { pathTemplate: "{testDir}/references/{arg}{ext}", threshold: 0.2, maxDiffPixelRatio: 0.001 },
	},
	// A picture that is missing is a failure, not a new reference: those are renewed by their own command.
	updateSnapshots: "none",
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
				// Letters are drawn in the same way on every machine.
				"--disable-lcd-text",
				"--font-render-hinting=none",
				"--force-color-profile=srgb",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		},
	},
});
