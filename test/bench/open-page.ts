/** The page in a real Chromium, signed in, for benches that measure what a person would see. */
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../support/find-chromium.ts";
import type { Parley } from "./open-parley.ts";

export interface BenchPage {
	readonly page: Page;
	/** Heap in use after a collection, and DOM nodes alive. */
	readMemory(): Promise<{ readonly heapBytes: number; readonly nodes: number }>;
	close(): Promise<void>;
}

/** `stored`: what the page finds in its own storage. */
export async function openPage(parley: Parley, stored: Readonly<Record<string, string>> = {}): Promise<BenchPage> {
	const browser: Browser = await chromium.launch({
		executablePath: findChromium() ?? "chromium",
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-sync",
		],
	});
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
	await page.addInitScript(
		(entries) => {
			for (const [key, value] of entries) localStorage.setItem(key, value);
		},
		Object.entries({ ...stored, "parley.token": parley.token }),
	);
	await page.goto(parley.origin);
	const session = await page.context().newCDPSession(page);
	return {
		page,
		readMemory: async () => {
			await session.send("HeapProfiler.enable");
			await session.send("HeapProfiler.collectGarbage");
			await session.send("HeapProfiler.collectGarbage");
			const { usedSize } = await session.send("Runtime.getHeapUsage");
			const { nodes } = await session.send("Memory.getDOMCounters");
			return { heapBytes: usedSize, nodes };
		},
		close: () => browser.close(),
	};
}
