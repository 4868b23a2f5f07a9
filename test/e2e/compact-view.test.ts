/** One line a message: switched to, its columns chosen and moved, searched and gone through by keys, and found again as it was. */
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { createConversationPage } from "./support/conversation-page.ts";
import { expect, test } from "./support/parley-test.ts";

test("the compact view shows one line a message, in columns that are chosen, moved and remembered", async ({
	page,
	mosquitto,
}) => {
	const conversation = createConversationPage(page);
	const { log, main } = conversation;
	const keys = page.keyboard;
	await conversation.connectNew({ name: "Reader", host: mosquitto.host, port: mosquitto.port });
	await conversation.subscribe("hall/#", 1);
	await publishWithPaho(mosquitto, [
		...Array.from({ length: 60 }, (_, index) => ({ topic: "hall/press", payload: `line-${index + 1}` })),
		{ topic: "hall/report", payload: '{\n  "celsius": 21.50,\n  "ok": true\n}' },
	]);
	const report = conversation.received("hall/report");
	const header = main.getByRole("group", { name: "Columns" });
	await expect(report).toBeVisible();

	await test.step("by its switch, and every fact of a message in one line", async () => {
		await main.getByRole("radio", { name: "Compact" }).check();
		await expect(header).toBeVisible();
		await expect(report).toContainText('{"celsius":21.50,"ok":true}');
		await expect(report).toHaveAccessibleName(/^Received, hall\/report, \d\d:\d\d:\d\d\.\d{3}, \{.*\}, QoS 1, 36 B$/);
		await expect.poll(async () => (await report.boundingBox())?.height).toBe(28);
		// At the end, as the chat was.
		await expect(report).toBeInViewport({ ratio: 1 });
	});

	await test.step("its cells stand under the names of their columns, also after an edge was moved by keys", async () => {
		const edge = header.getByRole("separator", { name: "Width of the column “Topic”" });
		const width = Number(await edge.getAttribute("aria-valuenow"));
		await edge.focus();
		await keys.press("ArrowRight");
		await expect(edge).toHaveAttribute("aria-valuenow", String(width + 16));
		const name = await header.getByTitle("Payload", { exact: true }).boundingBox();
		const cell = await report.getByText('{"celsius":21.50,"ok":true}').boundingBox();
		expect([cell?.x, cell?.width]).toEqual([name?.x, name?.width]);
	});

	await test.step("a column that is not wanted goes", async () => {
		await expect(report.getByText("36 B", { exact: true })).toBeVisible();
		await header.getByRole("button", { name: "Choose columns" }).click();
		const size = page.getByRole("menuitemcheckbox", { name: "Size" });
		await expect(size).toBeChecked();
		await size.click();
		await expect(size).not.toBeChecked();
		await keys.press("Escape");
		await expect(report.getByText("36 B", { exact: true })).toHaveCount(0);
	});

	await test.step("all of it is there again when the page is", async () => {
		const edge = header.getByRole("separator", { name: "Width of the column “Topic”" });
		const width = await edge.getAttribute("aria-valuenow");
		await page.reload();
		await expect(report).toBeVisible();
		await expect(edge).toHaveAttribute("aria-valuenow", width ?? "");
		await expect(header.getByTitle("Size", { exact: true })).toHaveCount(0);
		await edge.dblclick();
		await expect(edge).not.toHaveAttribute("aria-valuenow", width ?? "");
	});

	await test.step("what is searched for is marked, and the keys go from line to line", async () => {
		await page.getByRole("searchbox", { name: "Search messages" }).fill("line-2");
		const hit = log.locator('[aria-current="true"]');
		await expect(hit.locator("mark")).toHaveText("line-2");
		await page.getByRole("searchbox", { name: "Search messages" }).fill("");
		await log.focus();
		await keys.press("End");
		await expect(report).toBeInViewport({ ratio: 1 });
		await keys.press("k");
		await expect(report).toBeFocused();
		await keys.press("k");
		await expect(log.locator("article:focus")).toContainText("line-60");
		await keys.press("j");
		await expect(report).toBeFocused();
	});

	await test.step("its shortcut leads back to the chat, and the current message stays the current one", async () => {
		await keys.press("Control+Alt+v");
		await expect(header).toBeHidden();
		await expect(main.getByRole("radio", { name: "Chat" })).toBeChecked();
		await expect(report).toBeFocused();
		await expect(report).toBeInViewport({ ratio: 1 });
	});
});

test("in a conversation that is shorter than the page, the current message stays where it is while others come", async ({
	page,
	mosquitto,
}) => {
	const conversation = createConversationPage(page);
	await conversation.connectNew({ name: "Reader", host: mosquitto.host, port: mosquitto.port });
	await conversation.subscribe("few/#");
	await publishWithPaho(mosquitto, [
		{ topic: "few/1", payload: "one" },
		{ topic: "few/2", payload: "two" },
	]);
	await expect(conversation.received()).toHaveCount(2);
	await conversation.log.focus();
	await page.keyboard.press("k");
	const current = conversation.received("few/2");
	await expect(current).toBeFocused();
	const before = await current.boundingBox();
	await publishWithPaho(
		mosquitto,
		Array.from({ length: 40 }, (_, index) => ({ topic: "few/3", payload: `more-${index}` })),
	);
	await expect(conversation.total("42 messages")).toBeVisible();
	expect(await current.boundingBox()).toEqual(before);
	await expect(current).toBeFocused();
	await page.keyboard.press("End");
	await expect(conversation.log.getByText("more-39", { exact: true })).toBeInViewport();
});

test("the settings make everything closer, and nothing lower than can be pressed", async ({ page, mosquitto }) => {
	const conversation = createConversationPage(page);
	await conversation.connectNew({ name: "Reader", host: mosquitto.host, port: mosquitto.port });
	const row = conversation.row("Reader");
	const readHeight = async () => (await row.boundingBox())?.height ?? 0;
	const before = await readHeight();
	await page.getByRole("button", { name: "Settings" }).click();
	await page.getByRole("radio", { name: "Compact" }).check();
	await page.reload();
	await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
	await expect.poll(readHeight).toBeLessThan(before);
	const tooLow = await page
		.getByRole("button")
		.evaluateAll((buttons) =>
			buttons.filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24).map((each) => each.outerHTML),
		);
	expect(tooLow).toEqual([]);
});
