/** The composer as a person uses it: an editor, what is known, what was sent, and what the broker does not take. */
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { expect, test } from "./support/brokers.ts";
import { type ConversationPage, choose } from "./support/conversation-page.ts";

const MEGABYTES = 5;

test.beforeEach(async ({ conversation, broker }) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Speaker" });
});

function findParts({ composer }: ConversationPage) {
	return {
		topic: composer.getByRole("combobox", { name: "Topic" }),
		payload: composer.getByRole("textbox", { name: "Payload" }),
		publish: composer.getByRole("button", { name: "Publish", exact: true }),
		suggestions: composer.getByRole("option"),
		/** The editor itself, which comes a moment after the page. */
		editor: composer.locator(".cm-content"),
	};
}

test("what is typed before the editor has come is not lost, nor is the place of the caret", async ({ page, conversation }) => {
	const { payload, editor } = findParts(conversation);
	// The editor's program stands still until the test lets it go.
	let letGo = () => {};
	const wait = new Promise<void>((resolve) => {
		letGo = resolve;
	});
	await page.route(/open-code-editor/, async (route) => {
		await wait;
		await route.continue();
	});
	await page.reload();
	await payload.fill("before after");
	await expect(payload).toHaveJSProperty("tagName", "TEXTAREA");
	await payload.press("Home");
	for (let step = 0; step < 6; step += 1) await payload.press("ArrowRight");
	letGo();
	await expect(editor).toBeVisible();
	await expect(editor).toBeFocused();
	await page.keyboard.type(" and");
	await expect(payload).toHaveText("before and after");
});

test("Text to JSON and back changes nothing, and a wrong place is said and shown", async ({ page, conversation }) => {
	const { topic, payload, publish, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	const typed = '{"a": 1,  "a": 1.0e5, "b": "\\u00e9" x}';
	await topic.fill("a/b");
	await payload.fill(typed);
	await choose(conversation.composer, "Format", "JSON");
	await expect(payload).toHaveText(typed);
	await expect(conversation.composer.getByRole("status")).toHaveText("Line 1, column 37: this character cannot stand here");
	await expect(publish).toBeDisabled();
	await conversation.composer.getByRole("button", { name: "Show", exact: true }).click();
	await page.keyboard.press("Delete");
	await expect(publish).toBeEnabled();
	await conversation.composer.getByRole("button", { name: "Format JSON", exact: true }).click();
	await expect(payload.locator(".cm-line")).toHaveText(["{", '  "a": 1,', '  "a": 1.0e5,', '  "b": "\\u00e9"', "}"]);
	await conversation.composer.getByRole("button", { name: "Minify JSON", exact: true }).click();
	await expect(payload).toHaveText('{"a":1,"a":1.0e5,"b":"\\u00e9"}');
	await choose(conversation.composer, "Format", "Text");
	await expect(payload).toHaveText('{"a":1,"a":1.0e5,"b":"\\u00e9"}');
	await payload.focus();
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+z");
	await expect(payload).toHaveText(typed.replace("x", ""));
});

test("an error in many lines stands at its line, and lines can be folded", async ({ conversation }) => {
	const { payload, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await choose(conversation.composer, "Format", "JSON");
	await payload.fill('{\n  "a": [\n    1,\n    oops\n  ]\n}');
	await expect(conversation.composer.getByRole("status")).toHaveText("Line 4, column 5: this character cannot stand here");
	await expect(conversation.composer.locator(".cm-lint-marker-error")).toHaveCount(1);
	await conversation.composer.getByTitle("Fold", { exact: true }).locator("visible=true").first().click();
	await expect(payload.locator(".cm-line")).toHaveCount(1);
	await conversation.composer.getByTitle("Unfold", { exact: true }).locator("visible=true").last().click();
	await expect(payload.locator(".cm-line")).toHaveCount(6);
});

test("what can be undone is kept for each connection", async ({ page, conversation, broker }) => {
	const { payload, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await payload.focus();
	await page.keyboard.type("first");
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Other" });
	await expect(payload).toHaveText("");
	await payload.fill("of the other");
	await conversation.open("Speaker");
	await expect(payload).toHaveText("first");
	await payload.focus();
	await page.keyboard.press("Control+z");
	await expect(payload).toHaveText("");
	await page.keyboard.press("Control+y");
	await expect(payload).toHaveText("first");
});

test("topics are offered from what was used, seen and subscribed, and a filter's wildcard waits to be filled in", async ({
	page,
	conversation,
}) => {
	const { topic, suggestions, payload } = findParts(conversation);
	await conversation.subscribe("sensor/+/temperature");
	await conversation.publish({ topic: "plant/hall", payload: "x" });
	await topic.fill("");
	await topic.press("ArrowDown");
	await expect(suggestions).toHaveText([/plant\/hall/, /sensor\/\+\/temperature/]);
	await topic.press("ArrowDown");
	await topic.press("Enter");
	await expect(topic).toHaveValue("sensor/+/temperature");
	// The wildcard is selected: typing replaces it.
	await page.keyboard.type("7");
	await expect(topic).toHaveValue("sensor/7/temperature");
	await topic.fill("");
	await topic.pressSequentially("sensor/9");
	await expect(suggestions).toHaveText([/sensor\/9\/temperature/]);
	await topic.press("Escape");
	await expect(suggestions).toHaveCount(0);
	await expect(topic).toHaveValue("sensor/9");
	await topic.press("Tab");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Tab");
	await expect(payload).toBeFocused();
});

test("messages that were sent are loaded again, also by a page that has just come", async ({ page, conversation }) => {
	const { topic, payload, publish } = findParts(conversation);
	await conversation.fillComposer({ topic: "a/1", payload: "one\r\ntwo", qos: 1 });
	await publish.click();
	// The bubble shows the carriage return by a sign of its own.
	await expect(conversation.published("a/1")).toContainText("one");
	await conversation.publish({ topic: "a/2", payload: '{"b": 2}', format: "JSON", qos: 2, retain: true });
	await conversation.publish({ topic: "a/2", payload: '{"b": 2}' });
	await page.reload();
	await conversation.composer.getByRole("button", { name: "Recent messages" }).click();
	const items = page.getByRole("menuitem");
	await expect(items).toHaveText([/a\/2.*\{"b": 2\}.*QoS 2 · Retain/, /a\/1.*one.*QoS 1/]);
	await items.last().click();
	await expect(topic).toHaveValue("a/1");
	await expect(payload).toBeFocused();
	await expect(payload.locator(".cm-line")).toHaveText(["one", "two"]);
	await expect(conversation.composer.getByRole("radio", { name: "1", exact: true })).toBeChecked();
	await expect(conversation.composer.getByRole("checkbox", { name: "Retain" })).not.toBeChecked();
});

test("the height is moved by the keyboard and by dragging, and remembered", async ({ page, conversation, parley }) => {
	const handle = conversation.composer.getByRole("separator", { name: "Height of the payload" });
	const readHeight = async () => Number(await handle.getAttribute("aria-valuenow"));
	const before = await readHeight();
	await handle.focus();
	await page.keyboard.press("ArrowUp");
	expect(await readHeight()).toBe(before + 16);
	await page.keyboard.press("Home");
	const least = await readHeight();
	expect(least).toBe(Number(await handle.getAttribute("aria-valuemin")));
	const box = await handle.boundingBox();
	if (box === null) throw new Error("the handle is not on the screen");
	await page.mouse.move(box.x + 50, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + 50, box.y - 60, { steps: 3 });
	await page.mouse.up();
	const dragged = await readHeight();
	expect(dragged).toBeGreaterThan(least + 50);
	await parley.open(page);
	await expect(handle).toHaveAttribute("aria-valuenow", String(dragged));
});

test("the focus is on the payload again after sending, and Tab leaves it both ways", async ({ page, conversation }) => {
	const { topic, payload, publish, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await topic.fill("a");
	await payload.fill("x");
	await publish.click();
	await expect(conversation.published("a")).toHaveCount(1);
	await expect(payload).toBeFocused();
	await topic.focus();
	await page.keyboard.press("Control+Enter");
	await expect(conversation.published("a")).toHaveCount(2);
	await expect(payload).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(payload.locator(".cm-line")).toHaveCount(2);
	await page.keyboard.press("Tab");
	await expect(conversation.composer.getByRole("radio", { name: "Text" })).toBeFocused();
	await page.keyboard.press("Shift+Tab");
	await expect(payload).toBeFocused();
	await page.keyboard.press("Shift+Tab");
	await expect(conversation.composer.getByRole("checkbox", { name: "Retain" })).toBeFocused();
});

test("what the broker does not take is said in numbers before it is sent", async ({ conversation }) => {
	const small = await launchMosquitto({ config: ["max_packet_size 200", "max_qos 1", "retain_available false"] });
	const { topic, payload, publish } = findParts(conversation);
	await conversation.connectNew({ host: small.host, port: small.port, name: "Small" });
	const { composer } = conversation;
	await expect(composer.getByRole("radio", { name: "2", exact: true })).toBeDisabled();
	await expect(composer.getByRole("checkbox", { name: "Retain" })).toBeDisabled();
	await expect(composer.getByRole("button", { name: "Clear retained" })).toBeDisabled();
	await topic.fill("a");
	await payload.fill("x".repeat(193));
	await expect(publish).toBeEnabled();
	await payload.fill("x".repeat(194));
	await expect(composer.getByRole("status")).toHaveText(
		"The packet would have 201 bytes; the broker accepts 200 at most. Shorten the payload.",
	);
	await expect(publish).toBeDisabled();
	await payload.fill("x".repeat(193));
	await publish.click();
	await expect(conversation.published("a")).toHaveCount(1);
	await small.close();
});

test(`a payload of ${MEGABYTES} MB is pasted, typed into and sent whole`, async ({ page, conversation }) => {
	const { topic, payload, publish, editor } = findParts(conversation);
	await expect(editor).toBeVisible();
	await choose(conversation.composer, "Format", "JSON");
	await topic.fill("large");
	const longestTaskMs = await editor.evaluate(async (element, bytes) => {
		const tasks: number[] = [];
		new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
			type: "longtask",
		});
		const rows = Array.from(
			{ length: Math.ceil(bytes / 42) },
			(_, row) => `  {"row": ${String(row).padStart(8, "0")}, "text": "some text"}`,
		);
		const data = new DataTransfer();
		data.setData("text/plain", `[\n${rows.join(",\n").replaceAll(": 0", ": 1")}\n]`);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
		for (let frame = 0; frame < 120; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
		return Math.max(0, ...tasks);
	}, MEGABYTES * 1_000_000);
	test.info().annotations.push({ type: "longest task while pasting", description: `${Math.round(longestTaskMs)} ms` });
	expect(longestTaskMs).toBeLessThan(1500);
	await payload.press("Control+Home");
	await page.keyboard.type(" ");
	await expect(conversation.composer.getByText(/^5(\.\d)? MB$/)).toBeVisible();
	await expect(publish).toBeEnabled();
	await publish.click();
	await expect(conversation.published("large")).toHaveCount(1);
	await expect(conversation.published("large")).toContainText("5 MB");
});
