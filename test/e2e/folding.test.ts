/** A payload in its bubble: coloured, folded by pointer and keys, kept as it was left, and what is found in a folded part comes to light. */
import type { Locator } from "@playwright/test";
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { expect, test } from "./support/brokers.ts";

const STATION = {
	station: "attic",
	readings: { celsius: 21.5, humidity: 40, pressure: 1013 },
	calibrated: true,
	sensors: [
		{ id: 1, vendor: "Acme" },
		{ id: 2, vendor: "Brightside" },
	],
};

async function readTop(part: Locator): Promise<number> {
	const box = await part.boundingBox();
	if (box === null) throw new Error("only what is on the screen has a place");
	return Math.round(box.y);
}

test("JSON folds in its bubble by pointer and by keys, stays where it is, and is found as it was left", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await conversation.subscribe("#", 1);
	await publishWithPaho(broker, [{ topic: "station", payload: JSON.stringify(STATION) }]);
	const bubble = conversation.received("station");
	const fold = (name: string) => bubble.getByRole("button", { name: `"${name}", ` });
	await expect(bubble.getByText("celsius")).toBeVisible();

	const top = await readTop(bubble);
	await fold("readings").click();
	await expect(bubble.getByText("celsius")).toBeHidden();
	await expect(bubble).toContainText('"readings": { … 3 },');
	expect(await readTop(bubble)).toBe(top);

	await bubble.focus();
	await page.keyboard.press("Tab");
	await expect(bubble.getByRole("button", { name: "{, 4 inside" })).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(fold("readings")).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(bubble.getByText("celsius")).toBeVisible();
	await page.keyboard.press("ArrowLeft");
	await expect(fold("readings")).toHaveAttribute("aria-expanded", "false");
	await page.keyboard.press("Escape");
	await expect(bubble).toBeFocused();

	// Far enough that the row leaves the page, and back.
	const others = Array.from({ length: 400 }, (_, index) => ({ topic: "other", payload: `message ${index}` }));
	await publishWithPaho(broker, others);
	await conversation.log.focus();
	await page.keyboard.press("End");
	await expect(conversation.log.getByText("message 399", { exact: true })).toBeVisible();
	await expect(bubble).toHaveCount(0);
	await page.keyboard.press("Home");
	await expect(fold("readings")).toHaveAttribute("aria-expanded", "false");

	await page.getByRole("searchbox", { name: "Search messages" }).fill('humidity":40');
	await expect(fold("readings")).toHaveAttribute("aria-expanded", "true");
	await expect(bubble.locator("mark").first()).toHaveText('humidity"');
	await fold("readings").click();
	await expect(bubble.locator("mark")).toHaveText("1 match");

	await bubble.focus();
	await page.keyboard.press("f");
	await expect(bubble.getByText("Brightside")).toBeVisible();
	await page.keyboard.press("f");
	await expect(bubble).toContainText('"sensors": [ … 2 ]');
});

test("a payload that the bubble has not got says how much of it is shown, and is never claimed whole", async ({
	conversation,
	broker,
}) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await conversation.subscribe("#", 1);
	const readings = Array.from({ length: 3000 }, (_, index) => ({ index, celsius: 20 + index / 100 }));
	await publishWithPaho(broker, [
		{ topic: "large", payload: JSON.stringify({ station: "attic", readings }) },
		{ topic: "broken", payload: '{"a":1,"b":2,,"c":3}' },
		{ topic: "bytes", payload: new Uint8Array(100).fill(0xfe) },
		{ topic: "controls", payload: "a\u0000b\u001b[31m and much more that is text" },
	]);
	const large = conversation.received("large");
	await expect(large).toContainText("2 kB of 98.2 kB loaded");
	await large.getByRole("button", { name: /more lines$/ }).click();
	await large.getByRole("button", { name: "Show less" }).click();
	await large.getByRole("button", { name: /^Show all/ }).click();
	await expect(conversation.inspector).toBeVisible();

	await expect(conversation.received("broken")).toContainText("Not valid JSON");
	await expect(conversation.received("bytes").getByRole("button", { name: "36 more bytes" })).toBeVisible();
	const controls = conversation.received("controls");
	await expect(controls.getByRole("img", { name: "NUL U+0000" })).toBeVisible();
	await expect(controls.getByRole("img", { name: "ESC U+001B" })).toBeVisible();
});

test("what stands far down a long message is brought into sight: when it is found, and when details open beside it", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await conversation.subscribe("#", 1);
	const axes = Array.from({ length: 40 }, (_, index) => ({ name: `axis-${index}`, speed: index }));
	await publishWithPaho(broker, [
		{ topic: "notes", payload: "A line that goes on and on. ".repeat(30) },
		{ topic: "report", payload: JSON.stringify({ axes }) },
		{ topic: "last", payload: "the end" },
	]);
	await expect(conversation.received("last")).toBeInViewport();
	await conversation.received("report").click();
	await expect(conversation.inspector).toBeVisible();
	await expect(conversation.received("report")).toBeInViewport();

	const mark = conversation.received("report").locator("mark").first();
	await page.getByRole("searchbox", { name: "Search messages" }).fill("axis-37");
	await expect(mark).toBeInViewport();
	await page.getByRole("radio", { name: "Compact" }).check();
	await expect(mark).toBeInViewport();
});
