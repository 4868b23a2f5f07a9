/**
 * What a screen reader is given to say: every text that comes into a live region of the page, however it comes there. One message is
 * read out; a hundred a second are told by their number, so slowly that one can listen.
 */
import type { Page } from "@playwright/test";
import { launchProgram } from "../support/launch-program.ts";
import { expect, test } from "./support/brokers.ts";

interface Said {
	readonly at: number;
	readonly text: string;
}

/** The document is watched, and for each change the region that it is in, if that one speaks. */
async function listen(page: Page): Promise<{ read(): Promise<readonly Said[]> }> {
	await page.evaluate(() => {
		const said: Said[] = [];
		Object.assign(globalThis, { said });
		const speaks = (element: Element | null): boolean => {
			for (let one = element; one !== null; one = one.parentElement) {
				const live = one.getAttribute("aria-live");
				if (live !== null) return live !== "off";
				if (["log", "status", "alert"].includes(one.getAttribute("role") ?? "")) return true;
			}
			return false;
		};
		new MutationObserver((changes) => {
			for (const { target, addedNodes, type } of changes) {
				const changed = type === "characterData" ? [target] : [...addedNodes];
				for (const node of changed) {
					const text = node.textContent?.trim() ?? "";
					const place = node instanceof Element ? node : node.parentElement;
					if (text !== "" && speaks(place)) said.push({ at: performance.now(), text });
				}
			}
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	return { read: () => page.evaluate(() => (globalThis as unknown as { said: Said[] }).said) };
}

test("one message is read out; a flood of a hundred a second is told by its number, at most once in five seconds", async ({
	page,
	conversation,
	mosquitto,
}) => {
	await conversation.connectNew({ name: "Simple Demo", host: mosquitto.host, port: mosquitto.port });
	await conversation.subscribe("flood/#");
	const heard = await listen(page);
	await conversation.publish({ topic: "note", payload: "17.2" });
	await expect.poll(async () => (await heard.read()).map(({ text }) => text)).toContain("Published, note, 17.2");

	const before = (await heard.read()).length;
	const flood = launchProgram("mosquitto_pub", [
		...["-h", mosquitto.host, "-p", String(mosquitto.port), "-t", "flood/1", "-m", "21.5"],
		...["--repeat", "1000", "--repeat-delay", "0.01"],
	]);
	await expect(conversation.total("1,001 messages")).toBeVisible({ timeout: 30_000 });
	await expect.poll(() => flood.ended).toBe(0);
	const told = async () => (await heard.read()).slice(before).filter(({ text }) => /new message|21\.5/.test(text));
	const count = async () => (await told()).reduce((sum, { text }) => sum + Number(/^[\d,]+/.exec(text)?.[0].replace(",", "")), 0);
	// Every one of them is in some number, and none is read out; the last number comes a moment later.
	await expect.poll(count).toBe(1000);

	const all = (await heard.read()).slice(before);
	expect(all.map(({ text }) => text).join(" ").length).toBeLessThan(400);
	const gaps = (await told()).map(({ at }, index, list) => at - (list[index - 1]?.at ?? Number.NEGATIVE_INFINITY));
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4900);
});
