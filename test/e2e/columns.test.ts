/** The columns beside the conversation: resized by pointer and by keys, put away, and found again as they were left. */
import { expect, type Locator } from "@playwright/test";
import { test } from "./support/brokers.ts";

async function readWidth(part: Locator): Promise<number> {
	const box = await part.boundingBox();
	if (box === null) throw new Error("only what is on the screen has a width");
	return Math.round(box.width);
}

test("a column is as wide as its edge was dragged or moved by keys, also after the page was loaded anew", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	const list = page.getByRole("navigation", { name: "Connections" });
	const edge = page.getByRole("separator", { name: "Width of the connections" });
	const before = await readWidth(list);
	await expect(edge).toHaveAttribute("aria-valuenow", String(before));

	const place = await edge.boundingBox();
	if (place === null) throw new Error("the edge is on the screen");
	await page.mouse.move(place.x + place.width / 2, 400);
	await page.mouse.down();
	await page.mouse.move(place.x + place.width / 2 - 60, 400, { steps: 3 });
	await page.mouse.up();
	await expect(edge).toHaveAttribute("aria-valuenow", String(before - 60));
	expect(await readWidth(list)).toBe(before - 60);

	const subscriptions = page.getByRole("region", { name: "Subscriptions" });
	const inner = page.getByRole("separator", { name: "Width of the subscriptions" });
	const narrow = await readWidth(subscriptions);
	await inner.focus();
	await page.keyboard.press("ArrowRight");
	await expect(inner).toHaveAttribute("aria-valuenow", String(narrow + 16));
	expect(await readWidth(subscriptions)).toBe(narrow + 16);
	await page.keyboard.press("Home");
	expect(await readWidth(subscriptions)).toBe(144);

	await page.reload();
	await expect(edge).toHaveAttribute("aria-valuenow", String(before - 60));
	expect(await readWidth(subscriptions)).toBe(144);
	await edge.dblclick();
	await expect(edge).toHaveAttribute("aria-valuenow", String(before));
});

test("columns are put away and shown again, by button, key and palette, and stay as they are", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	const list = page.getByRole("navigation", { name: "Connections" });
	const subscriptions = page.getByRole("region", { name: "Subscriptions" });
	await page.getByRole("button", { name: "Hide subscriptions" }).click();
	await expect(subscriptions).toBeHidden();
	await page.keyboard.press("Control+b");
	await expect(list).toBeHidden();
	await page.reload();
	await expect(page.getByRole("button", { name: "Show subscriptions" })).toBeVisible();
	await expect(subscriptions).toBeHidden();
	await expect(list).toBeHidden();

	// Who searches the connections wants to see them.
	await page.keyboard.press("Control+Shift+F");
	await expect(page.getByRole("searchbox", { name: "Search connections" })).toBeFocused();
	await page.keyboard.press("Control+k");
	await page.keyboard.type("show subscr");
	await page.keyboard.press("Enter");
	await expect(subscriptions).toBeVisible();
});

test("the inspector's edge moves it, beside the conversation and over the other columns", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ name: "Kitchen", host: broker.host, port: broker.port });
	await page.getByRole("button", { name: "Inspector", exact: true }).click();
	const edge = page.getByRole("separator", { name: "Width of the inspector" });
	// Over the other columns it stands at the left, and grows to the right.
	for (const [width, grow] of [
		[1920, "ArrowLeft"],
		[900, "ArrowRight"],
	] as const) {
		await page.setViewportSize({ width, height: 600 });
		await edge.focus();
		await page.keyboard.press("Home");
		await page.keyboard.press(grow);
		await expect(edge).toHaveAttribute("aria-valuenow", "336");
		expect(await readWidth(conversation.inspector)).toBe(336);
		await page.keyboard.press("Enter");
	}
});
