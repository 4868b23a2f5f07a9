/** Small windows, and large ones at twice the size: everything that is needed to write stays in sight or can be scrolled to. */
import type { Page } from "@playwright/test";
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { expect, test } from "./support/brokers.ts";

/** 900 × 600 is the smallest window; 640 × 400 is what 1280 × 800 has left at 200 %. [WCAG 2.2, 1.4.4] */
const SIZES = [
	{ width: 1280, height: 800 },
	{ width: 1024, height: 768 },
	{ width: 900, height: 600 },
	{ width: 640, height: 400 },
];

async function readOverflow(page: Page): Promise<number> {
	return page.evaluate(() => {
		const root = document.querySelector("#root") ?? document.documentElement;
		return Math.max(root.scrollWidth - root.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
	});
}

test("with the inspector open a message can be written and sent, at every size, and nothing is wider than the window", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await conversation.subscribe("#", 1);
	await publishWithPaho(broker, [{ topic: "station", payload: '{"celsius": 21.5}' }]);
	await conversation.inspect(conversation.received("station"));
	const send = conversation.composer.getByRole("button", { name: "Publish", exact: true });
	for (const [index, size] of SIZES.entries()) {
		await page.setViewportSize(size);
		await conversation.fillComposer({ topic: `from/${size.width}`, payload: "on" });
		await conversation.composer.getByRole("checkbox", { name: "Retain" }).click({ trial: true });
		await send.click();
		await expect(send).toBeInViewport({ ratio: 1 });
		await expect(conversation.inspector).toBeVisible();
		await expect(conversation.total(`${3 + 2 * index} messages`)).toBeAttached();
		expect(await readOverflow(page), `${size.width} wide`).toBe(0);
	}
	// The way back to what it lies over.
	await conversation.inspector.getByRole("button", { name: "Close the inspector" }).click();
	await expect(page.getByRole("navigation", { name: "Connections" })).toBeInViewport();
});

test("a column that is put away while it has the focus leaves it to the conversation", async ({ page, conversation, broker }) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await page.getByRole("searchbox", { name: "Search connections" }).focus();
	await page.keyboard.press("Control+b");
	await expect(conversation.log).toBeFocused();
	await page.keyboard.press("Control+i");
	await expect(conversation.inspector).toBeFocused();
	await page.keyboard.press("Control+i");
	await expect(conversation.log).toBeFocused();
});

test("while the page has lost its engine nothing that would reach a broker can be pressed, and says why", async ({
	page,
	conversation,
	broker,
	parley,
}) => {
	await conversation.connectNew({ ...broker, name: "Attic" });
	await conversation.fillComposer({ topic: "station", payload: "on" });
	const send = conversation.composer.getByRole("button", { name: "Publish", exact: true });
	await expect(send).toBeEnabled();
	await parley.stop("SIGKILL");
	await expect(send).toBeDisabled();
	await expect(send).toHaveAttribute("title", /link to Parley/);
	await expect(page.getByRole("button", { name: "Disconnect", exact: true })).toBeDisabled();
	await expect(conversation.composer.getByRole("status")).toContainText("link to Parley");
});
