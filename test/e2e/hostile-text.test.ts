/** What others send may be meant to escape from its place. It is shown as text, it runs nothing, and it moves nothing. */
import type { Page } from "@playwright/test";
import { publishWithPaho } from "../support/publish-with-paho.ts";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";

/** As it is sent; and as it has to be seen, where that is not the same: what shows nothing, or turns text round, gets a sign of its own. */
const STRINGS: readonly (readonly [sent: string, seen?: string])[] = [
	['<img src=x onerror="window.ran=1">'],
	["<script>window.ran=1</script>"],
	['"><svg onload=window.ran=1>'],
	["</textarea></article><h1>Failed</h1>"],
	["javascript:window.ran=1"],
	["data:text/html,<script>window.ran=1</script>"],
	["{{constructor.constructor('window.ran=1')()}}"],
	["$t(app.name) {{name}} {{topic}}"],
	["__proto__"],
	["constructor"],
	["'; DROP TABLE message; --"],
	["%00%n%s ␀ \\u0000 &amp; &lt;"],
	["invoice\u202Egpj.exe", "invoice⟨RLO⟩gpj.exe"],
	["\u2067admin\u2069", "⟨RLI⟩admin⟨PDI⟩"],
	["ze\u200Bro\u00AD", "ze⟨ZWSP⟩ro⟨SHY⟩"],
	["\uFEFFbom", "⟨BOM⟩bom"],
	["مرحبا، שלום"],
	["👩‍👩‍👧‍👦 e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"],
];

for (const brokerKind of BROKER_KINDS) {
	test.describe(`against ${brokerKind}`, () => {
		test.use({ brokerKind });

		test("strings meant to escape are shown as text, as topic, payload and properties", async ({
			page,
			conversation,
			broker,
		}) => {
			const watch = watchForEscapes(page);
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("hostile/#", 1);
			for (const [sent, seen = sent] of STRINGS) {
				const topic = `hostile/${sent}`;
				await publishWithPaho(broker, [{ topic, payload: sent, contentType: sent, userProperties: [[sent, sent]] }]);
				const bubble = conversation.received(`hostile/${seen}`);
				await expect(bubble).toHaveCount(1);
				await expect(bubble.getByText(`hostile/${seen}`, { exact: true })).toBeVisible();
				await expect(bubble.getByText(seen, { exact: true })).toBeVisible();
				await expect(conversation.row("Simple Demo")).toContainText(`hostile/${seen} ${seen}`);

				const details = await conversation.inspect(bubble);
				await expect(details.getByRole("term").filter({ hasText: `User Property: ${seen}` })).toBeVisible();
				await expect(details.getByRole("definition").getByText(seen, { exact: true })).toHaveCount(2);
				await expect(details.getByRole("heading", { level: 2 })).toHaveText(`hostile/${seen}`);
				await expect(conversation.inspectedPayload).toContainText(seen);
				await page.keyboard.press("Escape");
				await expect(details).toBeHidden();
			}
			await expect(conversation.total(`${STRINGS.length} messages`)).toBeVisible();
			await watch.seeNoEscape();
		});

		test("a topic of 60 kB and a payload of 1 MB keep the page in its place, and can be read whole", async ({
			page,
			conversation,
			broker,
		}) => {
			const watch = watchForEscapes(page);
			const lines = Array.from({ length: 40_000 }, (_, index) => `this is line ${index + 1}`);
			const unbroken = `${"x".repeat(1_000_000)}the very end`;
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("#", 1);
			await publishWithPaho(broker, [
				{ topic: `long/${"t".repeat(60_000)}`, payload: "to a long topic" },
				{ topic: "unbroken", payload: unbroken },
				{ topic: "lines", payload: lines.join("\n") },
			]);
			await expect(conversation.messages).toHaveCount(3);
			await watch.seeNoEscape();

			await conversation
				.received("lines")
				.getByRole("button", { name: /^Show all/ })
				.click();
			await expect(conversation.inspectedPayload).toContainText("this is line 1");
			await conversation.inspectedPayload.press("End");
			await expect(conversation.inspectedPayload).toContainText(/this is line 40000$/);
			await page.keyboard.press("Escape");

			await conversation
				.received("unbroken")
				.getByRole("button", { name: /^Show all/ })
				.click();
			await conversation.inspectedPayload.press("End");
			await expect(conversation.inspectedPayload).toContainText(/the very end$/);
			await watch.seeNoEscape();
			await page.keyboard.press("Escape");

			const long = conversation.messages.filter({ hasText: "to a long topic" });
			await long.getByText("to a long topic", { exact: true }).scrollIntoViewIfNeeded();
			await expect(long.getByText(/^long\/t{395} …$/)).toBeVisible();
			await conversation.inspect(long);
			await expect(conversation.inspector.getByRole("heading", { level: 2 })).toHaveText(`long/${"t".repeat(60_000)}`);
			// However long the topic is, the payload stands in sight.
			await expect(conversation.inspector.getByText("to a long topic")).toBeInViewport();
			await watch.seeNoEscape();
		});

		test("bytes that are no text are shown as bytes, with the reason", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("bytes/#", 1);
			await publishWithPaho(broker, [
				{ topic: "bytes/invalid", payload: Buffer.from([0x61, 0xff, 0xfe, 0x80, 0xc3]) },
				{ topic: "bytes/nul", payload: "\0\x01\x02\x1b[31m\0\0\0" },
			]);
			const invalid = conversation.received("bytes/invalid");
			await expect(invalid).toContainText("61 ff fe 80 c3");
			await expect(invalid).toContainText("Not valid UTF-8, shown as hex");
			await expect(conversation.received("bytes/nul")).toContainText("00 01 02 1b");
			await expect(conversation.received("bytes/nul")).toContainText("Full of control characters, shown as hex");
			const details = await conversation.inspect(invalid);
			await expect(conversation.inspectedPayload).toContainText("61 ff fe 80 c3");
			await details.getByRole("radio", { name: "Text" }).check();
			await expect(details.getByText("The bytes are not valid UTF-8.")).toBeVisible();
		});
	});
}

test("a connection's name is text wherever it is said", async ({ page, conversation, mosquitto }) => {
	const watch = watchForEscapes(page);
	for (const name of ['<img src=x onerror="window.ran=1">', "$t(app.name) {{name}}"]) {
		await conversation.connectNew({ ...mosquitto, name });
		await conversation.runMenu("Delete…");
		await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toContainText(`Delete “${name}”?`);
		await page.keyboard.press("Escape");
	}
	await watch.seeNoEscape();
});

/** Nothing ran, nothing was loaded from elsewhere or opened, and the page is where it was and as wide as its window. */
function watchForEscapes(page: Page): { seeNoEscape(): Promise<void> } {
	const escapes: string[] = [];
	const origin = () => new URL(page.url()).origin;
	page.on("dialog", (dialog) => {
		escapes.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("popup", (popup) => escapes.push(`a window: ${popup.url()}`));
	page.on("request", (request) => {
		const { protocol, pathname } = new URL(request.url());
		if (protocol === "blob:" || request.url().startsWith(`${origin()}/assets/`) || pathname === "/") return;
		escapes.push(`a request: ${request.url().slice(0, 200)}`);
	});
	return {
		async seeNoEscape() {
			const seen = await page.evaluate(() => ({
				ran: "ran" in window,
				images: document.images.length,
				overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
				scrolled: window.scrollX + window.scrollY,
			}));
			expect(seen).toEqual({ ran: false, images: 0, overflow: 0, scrolled: 0 });
			expect(escapes).toEqual([]);
			await expect(page.getByRole("navigation", { name: "Connections", includeHidden: true })).toBeInViewport({ ratio: 1 });
			await expect(page.getByRole("region", { name: "Composer", includeHidden: true })).toBeInViewport({ ratio: 1 });
		},
	};
}
