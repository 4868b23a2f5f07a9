import { existsSync } from "node:fs";

const PLACES = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that the end-to-end tests drive: the machine's own, since Playwright's would have to be downloaded. */
export function findChromium(): string | null {
	return PLACES.find((place) => existsSync(place)) ?? null;
}
