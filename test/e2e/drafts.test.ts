/** What is being written is there after a reload and in a second page, and nowhere on disk. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MOST_DRAFT_BYTES } from "../../shared/model/written-draft.ts";
import { expect, test } from "./support/brokers.ts";
import { type ConversationPage, choose, createConversationPage } from "./support/conversation-page.ts";

function findParts({ composer }: ConversationPage) {
	return {
		topic: composer.getByRole("combobox", { name: "Topic" }),
		payload: composer.getByRole("textbox", { name: "Payload" }),
		editor: composer.locator(".cm-content"),
	};
}

async function readAll(folder: string): Promise<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")))).join("\n");
}

test("what is typed as JSON and as hex is there after a reload and in a second page, and nowhere on disk", async ({
	page,
	parley,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Writer" });
	const { topic, payload, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await topic.fill("plant/hall");
	await choose(conversation.composer, "Format", "JSON");
	await payload.fill('{"unsent": "a\u0007b"}');
	await expect(payload.getByRole("img", { name: "BEL U+0007" })).toHaveText("BEL");
	await choose(conversation.composer, "Format", "Hex");
	await payload.fill("00 ff 10");

	const second = await page.context().newPage();
	await second.goto(page.url());
	const other = createConversationPage(second);
	await expect(findParts(other).payload).toHaveText("00 ff 10");
	await expect(findParts(other).topic).toHaveValue("plant/hall");

	await page.reload();
	await expect(payload).toHaveText("00 ff 10");
	await expect(topic).toHaveValue("plant/hall");
	await choose(conversation.composer, "Format", "JSON");
	await expect(payload).toHaveText('{"unsent": "aBELb"}');

	// Two who write at once: neither takes the other's words away.
	await expect(editor).toBeVisible();
	await payload.fill("the first writes");
	await findParts(other).topic.fill("plant/yard");
	await expect(topic).toHaveValue("plant/yard");
	await expect(payload).toHaveText("the first writes");
	await expect(findParts(other).payload).toHaveText("the first writes");
	await second.close();

	const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
	const onDisk = await readAll(parley.dataFolder);
	expect(onDisk).toContain("Writer");
	for (const part of ["unsent", "00 ff 10", "the first writes"]) {
		expect(stored).not.toContain(part);
		expect(onDisk).not.toContain(part);
	}
});

test("a draft that is too large to be kept says so, and is kept again when it is shorter", async ({
	page,
	conversation,
	broker,
}) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Writer" });
	const { topic, payload, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await topic.fill("large");
	await editor.evaluate((element, length) => {
		const data = new DataTransfer();
		data.setData("text/plain", "x".repeat(length));
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
	}, MOST_DRAFT_BYTES);
	const note = conversation.composer.getByText(/Not kept over a reload/);
	await expect(note).toContainText("1,048,581 bytes, 1,048,576 at most");
	await payload.fill("short");
	await expect(note).toBeHidden();
	await page.reload();
	await expect(payload).toHaveText("short");
});
