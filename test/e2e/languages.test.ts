/** The page in each language, switched while it is open; and settings that outlive a restart. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/brokers.ts";

/** What stays in Latin letters in every language: names, MQTT's own terms, what is no language, and what a person typed here. */
const KNOWN_WORDS = new Set(
	`Parley MQTT QoS Client ID Clean Start Session Keep Alive Last Will Retain DUP PUBACK PUBREC PUBCOMP CONNACK DISCONNECT
	JSON TCP WebSocket TLS URL UTF Base PEM CA HTTP CONNECT SOCKS SCRAM SHA ALPN SNI PFX No Local As Published Handling ms kB English mqtt mqtts ws wss localhost Broker Ctrl Alt Shift`.split(
		/\s+/,
	),
);

const LANGUAGES = [
	{
		name: "简体中文",
		code: "zh-CN",
		sections: ["会话", "内置 Broker", "设置"],
		words: {
			newConnection: "新建连接",
			newSubscription: "新建订阅",
			moreActions: "更多操作",
			granted: "Broker 授予的内容",
			messageActions: "此消息的操作",
			discard: "放弃",
		},
	},
	{
		name: "日本語",
		code: "ja",
		sections: ["会話", "内蔵ブローカー", "設定"],
		words: {
			newConnection: "新しい接続",
			newSubscription: "新しいサブスクリプション",
			moreActions: "その他の操作",
			granted: "ブローカーが許可した内容",
			messageActions: "このメッセージの操作",
			discard: "破棄",
		},
	},
] as const;

/** Latin words that a screen reader would read out, less those that belong there; also keys of texts that are missing. */
async function readForeignWords(page: Page): Promise<readonly string[]> {
	const snapshot = await page.locator("body").ariaSnapshot();
	const spoken = snapshot
		.split("\n")
		.map((line) =>
			line
				.replace(/^\s*- (\/placeholder|[a-z]+)?:?/, "")
				.replace(/\[(checked|disabled|invalid|selected|pressed|expanded|active|level=\d)[^\]]*\]/g, ""),
		)
		.map((line) => line.replace(/parley_[0-9a-z]{8}|127\.0\.0\.1|\/\S*\/parley-e2e-\w+|\w+:\/\//g, ""));
	const words = spoken.flatMap((line) => line.match(/[A-Za-z][A-Za-z.]*[A-Za-z]/g) ?? []);
	return [...new Set(words.filter((word) => !KNOWN_WORDS.has(word)))];
}

for (const { name, code, sections, words } of LANGUAGES) {
	test(`the page switched to ${name} while it is open shows no English and no raw keys`, async ({
		page,
		conversation,
		mosquitto,
	}) => {
		await conversation.connectNew({ ...mosquitto, name: "1", reconnectAfter: "1" });
		await conversation.subscribe("2/#");
		await conversation.publish({ topic: "2/3", payload: "17.2", qos: 1 });
		await expect(conversation.received()).toHaveCount(1);
		await chooseLanguage(page, name);

		const seeNoEnglish = async (where: string) => expect(await readForeignWords(page), where).toEqual([]);
		for (const section of sections) await expect(page.getByRole("button", { name: section, exact: true })).toBeVisible();
		await expect(page.locator("html")).toHaveAttribute("lang", code);
		await seeNoEnglish("settings");

		await page.getByRole("button", { name: sections[1], exact: true }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(sections[1]);
		await seeNoEnglish("the built-in broker");
		await page.getByRole("button", { name: sections[0], exact: true }).click();
		await expect(page.getByRole("log").getByRole("article")).toHaveCount(2);
		await seeNoEnglish("a conversation");

		for (const [button, role] of [
			[words.newConnection, "dialog"],
			[words.newSubscription, "dialog"],
			[words.moreActions, "menu"],
			[words.granted, "dialog"],
			[words.messageActions, "menu"],
		] as const) {
			await page.getByRole("button", { name: button, exact: true }).last().click();
			await expect(page.getByRole(role)).toBeVisible();
			if (button === words.newConnection) await breakRules(page.getByRole("dialog"));
			await seeNoEnglish(button);
			await page.keyboard.press("Escape");
			if (button === words.newConnection) {
				// What was typed is not let go without a question.
				await expect(page.getByRole("button", { name: words.discard, exact: true })).toBeVisible();
				await seeNoEnglish("the question before it is let go");
				await page.getByRole("button", { name: words.discard, exact: true }).click();
			}
			await expect(page.getByRole(role)).toBeHidden();
		}
		await page.getByRole("button", { name: words.messageActions, exact: true }).last().click();
		await page.getByRole("menuitem").first().click();
		await expect(page.getByRole("complementary").getByText("17.2", { exact: true })).toBeVisible();
		await seeNoEnglish("a message's details");
		await page.keyboard.press("Escape");

		await mosquitto.stop();
		await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
		await seeNoEnglish("a lost connection");
	});
}

/** Each field that can be wrong is, so that each says so. */
async function breakRules(form: Locator): Promise<void> {
	const folded = form.locator("details:not([open]) > summary");
	while ((await folded.count()) > 0) await folded.first().click();
	for (const box of await form.getByRole("checkbox").all()) await box.check();
	for (const field of await form.getByRole("textbox").all()) {
		if (await field.isEnabled()) await field.fill("#");
	}
	await form.getByRole("textbox").first().focus();
}

async function chooseLanguage(page: Page, name: string): Promise<void> {
	await page.getByRole("navigation").first().getByRole("button").last().click();
	await page.getByRole("combobox").click();
	await page.getByRole("option", { name, exact: true }).click();
	await expect(page.getByRole("combobox")).toHaveText(name);
}

test("a switch in another window changes what is open and what has just been said, and the window's title stays", async ({
	page,
	conversation,
	mosquitto,
}) => {
	await page.context().grantPermissions(["clipboard-write"]);
	await conversation.connectNew({ ...mosquitto, name: "1" });
	await conversation.publish({ topic: "2", payload: "3" });
	const other = await page.context().newPage();
	await other.goto(new URL("/", page.url()).href);

	await conversation.published("2").getByRole("button", { name: "Actions for this message" }).click();
	await page.getByRole("menuitem", { name: "Copy topic" }).click();
	const notice = page.getByText("Copied.", { exact: true });
	// It stays as long as it is pointed at; the pointer goes there at once, without waiting for it to have come to rest.
	const place = await notice.boundingBox();
	await page.mouse.move((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
	await chooseLanguage(other, "日本語");
	await expect(page.getByText("コピーしました。", { exact: true })).toBeVisible();
	await expect(notice).toHaveCount(0);

	await page.getByRole("button", { name: "新しい接続" }).click();
	const form = page.getByRole("dialog", { name: "新しい接続" });
	await form.getByRole("textbox", { name: "名前", exact: true }).fill("");
	await form.getByRole("button", { name: "保存", exact: true }).click();
	await expect(form.getByRole("alert").first()).toHaveText("入力してください。");
	await chooseLanguage(other, "简体中文");
	await expect(page.getByRole("dialog", { name: "新建连接" }).getByRole("alert").first()).toHaveText("此项必填。");
	await expect(page).toHaveTitle("Parley");
});

test("the theme changes at once", async ({ page }) => {
	await page.getByRole("button", { name: "Settings", exact: true }).click();
	const theme = page.getByRole("radiogroup", { name: "Theme" });
	const readBrightness = () =>
		page.evaluate(() => {
			const [red = 0, green = 0, blue = 0] =
				getComputedStyle(document.body)
					.backgroundColor.match(/[\d.]+/g)
					?.map(Number) ?? [];
			return (red + green + blue) / 3;
		});
	await theme.getByRole("radio", { name: "Dark" }).check();
	await expect.poll(readBrightness).toBeLessThan(80);
	await theme.getByRole("radio", { name: "Light" }).check();
	await expect.poll(readBrightness).toBeGreaterThan(200);
	await theme.getByRole("radio", { name: "System" }).check();
	await page.emulateMedia({ colorScheme: "dark" });
	await expect.poll(readBrightness).toBeLessThan(80);
});

test("settings are there again after a restart", async ({ page, parley }) => {
	await page.getByRole("button", { name: "Settings", exact: true }).click();
	await page.getByRole("radiogroup", { name: "Theme" }).getByRole("radio", { name: "Dark" }).check();
	const kept = page.getByRole("textbox", { name: "Messages kept for each connection" });
	await kept.fill("5000");
	await kept.press("Enter");
	await chooseLanguage(page, "日本語");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("設定");

	await parley.restart(page, "SIGKILL");
	await page.getByRole("button", { name: "設定", exact: true }).click();
	await expect(page.getByRole("combobox", { name: "言語" })).toHaveText("日本語");
	await expect(page.getByRole("radio", { name: "ダーク" })).toBeChecked();
	await expect(page.getByRole("textbox")).toHaveValue("5000");
	await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});
