/** One message is looked into: what came with it, its payload in every form, what changed, and what came before on its topic. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { expect, test } from "./support/brokers.ts";
import { choose } from "./support/conversation-page.ts";
import { findViolations } from "./support/find-violations.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const HOSTILE =
	'{"__proto__":{"polluted":1.50},"constructor":[10,20],"it\'s":"<b>\\u202e</b>","a":1,"a":2,"price":1E2,"deep":{"er":{"x":"needle"}}}';

test("a message opens by a press and by keys, and closes by Escape with the focus back where it was", async ({
	page,
	conversation,
	broker,
}) => {
	const { inspector } = conversation;
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("keys/#");
	await publishWithPaho(broker, [
		{ topic: "keys/1", payload: "first" },
		{ topic: "keys/2", payload: "second" },
	]);
	await expect(conversation.received()).toHaveCount(2);

	await conversation.received("keys/1").getByText("first").click();
	await expect(inspector.getByRole("heading", { name: "keys/1" })).toBeVisible();
	await inspector.getByRole("button", { name: "Close the inspector" }).click();
	await expect(inspector).toBeHidden();

	await conversation.log.focus();
	await page.keyboard.press("j");
	await expect(conversation.received("keys/2")).toBeFocused();
	await page.keyboard.press("k");
	await expect(conversation.received("keys/1")).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(inspector).toBeFocused();
	await expect(inspector.getByRole("heading", { name: "keys/1" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(inspector).toBeHidden();
	await expect(conversation.received("keys/1")).toBeFocused();
	await conversation.received("keys/2").getByText("second").click();
	await expect(inspector.getByRole("heading", { name: "keys/2" })).toBeVisible();
	await expect(inspector).not.toBeFocused();
	await page.keyboard.press("Escape");
	await expect(inspector).toBeHidden();
	await page.keyboard.press("Control+i");
	await expect(inspector).toBeFocused();

	await choose(inspector, "Show as", "Hex");
	await page.reload();
	await expect(inspector).toContainText("No message selected");
	await conversation.received("keys/2").getByText("second").click();
	await expect(inspector.getByRole("radio", { name: "Hex" })).toBeChecked();
	await expect(conversation.inspectedPayload).toContainText("73 65 63 6f  6e 64");
});

test("JSON with hostile keys is a tree that folds, is searched by keys alone, and gives out its paths and values", async ({
	page,
	conversation,
	broker,
}) => {
	const { inspector, inspectedPayload: tree } = conversation;
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("json");
	await publishWithPaho(broker, [{ topic: "json", payload: HOSTILE }]);
	await conversation.inspect(conversation.received("json"));
	await expect(inspector).toContainText("JSON: the whole payload is an object or an array.");
	const row = (text: string) => tree.getByRole("treeitem").filter({ hasText: text });
	await expect(tree.getByRole("treeitem")).toHaveCount(13);
	await expect(row('"polluted": 1.50')).toBeVisible();
	await expect(row('"price": 1E2')).toBeVisible();
	await expect(row('"a": ')).toHaveCount(2);
	await expect(row('"it\'s": "<b>\\u202e</b>"')).toBeVisible();

	await tree.focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowLeft");
	await expect(tree.getByRole("treeitem")).toHaveCount(12);
	await expect(row('"__proto__"')).toHaveAttribute("aria-expanded", "false");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await expect(inspector.getByLabel("Path", { exact: true })).toHaveText("$.__proto__.polluted");
	await inspector.getByRole("button", { name: "Copy path" }).click();
	await expect.poll(() => readClipboard(page)).toBe("$.__proto__.polluted");
	await inspector.getByRole("button", { name: "Copy value" }).click();
	await expect.poll(() => readClipboard(page)).toBe("1.50");

	await inspector.getByRole("button", { name: "Fold all", exact: true }).click();
	await expect(tree.getByRole("treeitem")).toHaveCount(8);
	await inspector.getByRole("searchbox", { name: "Search in the payload" }).fill("NEEDLE");
	await expect(inspector.getByLabel("Path", { exact: true })).toHaveText("$.deep.er.x");
	await expect(row("needle")).toHaveAttribute("aria-selected", "true");
	await inspector.getByRole("searchbox", { name: "Search in the payload" }).fill('"a"');
	await expect(inspector.getByRole("status")).toHaveText("1 of 2");
	await page.keyboard.press("Enter");
	await expect(inspector.getByRole("status")).toHaveText("2 of 2");
	await page.keyboard.press("Shift+Enter");
	await expect(inspector.getByRole("status")).toHaveText("1 of 2");
	expect(await findViolations(page)).toEqual([]);
	await row('"it\'s"').click();
	await inspector.getByRole("button", { name: "Copy path" }).click();
	await expect.poll(() => readClipboard(page)).toBe("$['it\\'s']");
});

test("bytes are seen as hex and base64, are copied, and are saved as they are under the topic's name", async ({
	page,
	conversation,
	broker,
}) => {
	const { inspector, inspectedPayload } = conversation;
	const bytes = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7) & 255));
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("raw/#", 1);
	await publishWithPaho(broker, [
		{
			topic: "raw/../bytes",
			payload: bytes,
			qos: 1,
			contentType: "application/x",
			userProperties: [
				["b", "1"],
				["a", "2"],
				["b", "3"],
			],
		},
	]);
	await conversation.inspect(conversation.received());
	await expect(inspector).toContainText("Hex: the bytes are not valid UTF-8.");
	await expect(inspectedPayload).toContainText("00000000  00 07 0e 15  1c 23 2a 31  .....#*1");
	await expect(inspector.getByRole("term")).toHaveText([
		"Content Type",
		"User Property: b",
		"User Property: a",
		"User Property: b",
	]);
	await expect(inspector.getByRole("definition")).toHaveText(["application/x", "1", "2", "3"]);
	await expect(inspector.getByRole("list", { name: "QoS, flags and size" }).getByRole("listitem")).toHaveText(["QoS 1", "300 B"]);
	await expect(inspector.getByRole("list", { name: "Matching subscriptions" })).toHaveText("raw/#");

	await choose(inspector, "Show as", "Text");
	await expect(inspector).toContainText("The bytes are not valid UTF-8.");
	await choose(inspector, "Show as", "Base64");
	await expect(inspectedPayload).toContainText(bytes.toString("base64").slice(0, 60));
	await inspector.getByRole("button", { name: "Copy as base64" }).click();
	await expect.poll(() => readClipboard(page)).toBe(bytes.toString("base64"));
	const downloaded = page.waitForEvent("download");
	await inspector.getByRole("button", { name: "Save payload to file" }).click();
	const download = await downloaded;
	expect(download.suggestedFilename()).toBe("raw-bytes.bin");
	expect(await readFile(await download.path())).toEqual(bytes);
});

test("what changed since the topic's previous message is told by path and by line, and its last messages are listed", async ({
	page,
	conversation,
	broker,
}) => {
	const { inspector } = conversation;
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("#");
	await publishWithPaho(broker, [
		{ topic: "state", payload: '{"t":17.2,"on":true,"__proto__":1}' },
		{ topic: "log", payload: "one\ntwo\nthree" },
		...Array.from({ length: 30 }, (_, index) => ({ topic: "other", payload: `${index}` })),
		{ topic: "state", payload: '{ "on": true, "t": 17.4, "new": [1] }' },
		{ topic: "log", payload: "one\nTWO\nthree" },
	]);
	await expect(conversation.total("34 messages")).toBeVisible();

	await conversation.received("state").last().click();
	await inspector.getByRole("tab", { name: "Changes" }).click();
	const changes = inspector.getByRole("region", { name: "Changes" });
	await expect(changes.getByRole("listitem")).toHaveText(["Changed$.t17.217.4", "Added$.new[1]", "Removed$.__proto__1"]);
	expect(await findViolations(page)).toEqual([]);
	await conversation.received("log").last().click();
	await expect(changes).toContainText("2− two");
	await expect(changes).toContainText("2+ TWO");

	await inspector.getByRole("tab", { name: "History" }).click();
	const history = inspector.getByRole("list", { name: "History" });
	await expect(history.getByRole("button")).toHaveCount(2);
	expect(await findViolations(page)).toEqual([]);
	await expect(history.getByRole("button").first()).toHaveAttribute("aria-current", "true");
	await history.getByRole("button").nth(1).click();
	await expect(history.getByRole("button").nth(1)).toHaveAttribute("aria-current", "true");
	await inspector.getByRole("tab", { name: "Changes" }).click();
	await expect(inspector).toContainText("There is no earlier message on this topic.");
});

test("a payload of 1 MB is read to its end in every form, and the page stays live", async ({ page, conversation, broker }) => {
	const { inspector, inspectedPayload } = conversation;
	const items = Array.from({ length: 12_000 }, (_, id) => ({
		id,
		name: `sensor ${id}`,
		at: [id, -id],
		on: id % 2 === 0,
		text: "x".repeat(30),
	}));
	const payload = JSON.stringify(items);
	await conversation.connectNew({ ...broker, name: "Simple Demo" });
	await conversation.subscribe("large", 1);
	await publishWithPaho(broker, [{ topic: "large", payload, qos: 1 }]);
	await conversation
		.received("large")
		.getByRole("button", { name: /^Show all/ })
		.click();
	await expect(inspectedPayload.getByRole("treeitem").first()).toHaveText("[…] 12000");
	await inspectedPayload.press("End");
	await expect(inspector.getByLabel("Path", { exact: true })).toHaveText("$[11999]");
	await expect(inspectedPayload.getByRole("treeitem").last()).toHaveText("11999: {…} 5");
	await inspector.getByRole("searchbox", { name: "Search in the payload" }).fill("sensor 11998");
	await expect(inspector.getByLabel("Path", { exact: true })).toHaveText("$[11998].name");
	expect(await inspectedPayload.getByRole("treeitem").count()).toBeLessThan(80);

	await choose(inspector, "Show as", "Hex");
	await inspectedPayload.focus();
	await page.keyboard.press("End");
	const lastOffset = (Math.floor((payload.length - 1) / 8) * 8).toString(16).padStart(8, "0");
	await expect(inspectedPayload).toContainText(lastOffset);
	await choose(inspector, "Show as", "Base64");
	await inspectedPayload.focus();
	await page.keyboard.press("End");
	await expect(inspectedPayload).toContainText(Buffer.from(payload).toString("base64").slice(-12));
});

async function readClipboard(page: Page): Promise<string> {
	return page.evaluate(() => navigator.clipboard.readText());
}
