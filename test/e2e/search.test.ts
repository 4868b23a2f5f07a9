/** Three hundred messages are in, and each of them can be found: by its words, its direction, its topic, its place. */
import { launchProgram } from "../support/launch-program.ts";
import { expect, test } from "./support/brokers.ts";
import { choose } from "./support/conversation-page.ts";

test("a history is searched, filtered and jumped through from its first message to its last", async ({
	page,
	conversation,
	broker,
}) => {
	const { host, port } = broker;
	await conversation.connectNew({ name: "Reader", host, port });
	await conversation.subscribe("readings/#");
	await conversation.subscribe("notes");
	const numbers = "seq -f 'reading-%03g' 300";
	const publish = `mosquitto_pub -h ${host} -p ${port} -t readings/cellar -l`;
	await expect.poll(() => launchProgram("sh", ["-c", `${numbers} | ${publish}`]).ended).toBe(0);
	await expect(conversation.total("300 messages")).toBeVisible();
	await conversation.publish({ topic: "notes", payload: "that was all" });
	await expect(conversation.total("302 messages")).toBeVisible();
	const search = page.getByRole("searchbox", { name: "Search messages" });
	const count = conversation.main.getByRole("status").filter({ hasText: /match/ });
	const hit = conversation.log.locator('[aria-current="true"]');

	await test.step("search finds the first message of all and goes there", async () => {
		await search.fill("reading-001");
		await expect(count).toHaveText("1 match");
		await expect(hit).toContainText("reading-001");
		await expect(hit).toBeInViewport();
		await expect(hit.locator("mark")).toHaveText("reading-001");
	});

	await test.step("it goes from match to match, from the newest back, and says where there are no more", async () => {
		await search.fill("READING-29");
		await expect(count).toHaveText("10 matches");
		await expect(hit).toContainText("reading-299");
		await expect(hit).toBeInViewport();
		await page.getByRole("button", { name: "Previous match" }).click();
		await expect(hit).toContainText("reading-298");
		await search.press("Enter");
		await expect(hit).toContainText("reading-297");
		await page.getByRole("button", { name: "Next match" }).click();
		await expect(hit).toContainText("reading-298");
		await search.press("Shift+Enter");
		await expect(hit).toContainText("reading-299");
		await page.getByRole("button", { name: "Next match" }).click();
		await expect(count).toContainText("No later match");
		await search.fill("reading-999");
		await expect(count).toContainText("No match");
	});

	await test.step("what is found in a topic is seen in the match, also in the middle of a group", async () => {
		await search.fill("CELLAR");
		await expect(count).toHaveText("300 matches");
		await page.getByRole("button", { name: "Previous match" }).click();
		await expect(hit).toContainText("reading-299");
		await expect(hit.locator("mark")).toHaveText("cellar");
		await page.getByRole("button", { name: "Previous match" }).click();
		await expect(hit).toContainText("reading-298");
		await expect(hit.locator("mark")).toHaveText("cellar");
	});

	await test.step("only the matches are shown when that is wished", async () => {
		await search.fill("reading-00");
		await page.getByRole("checkbox", { name: "Only matches" }).check();
		await expect(conversation.messages).toHaveCount(9);
		await expect(conversation.total("9 of 302 messages")).toBeVisible();
		await page.getByRole("checkbox", { name: "Only matches" }).uncheck();
		await page.getByRole("button", { name: "Clear search" }).click();
		await expect(conversation.total("302 messages")).toBeVisible();
	});

	await test.step("by direction", async () => {
		await choose(conversation.main, "Show", "Published");
		await expect(conversation.messages).toHaveCount(1);
		await expect(conversation.total("1 of 302 messages")).toBeVisible();
		await expect(conversation.published("notes")).toContainText("that was all");
		await choose(conversation.main, "Show", "Received");
		await expect(conversation.total("301 of 302 messages")).toBeVisible();
		await expect(conversation.published()).toHaveCount(0);
		await choose(conversation.main, "Show", "All");
		await expect(conversation.total("302 messages")).toBeVisible();
	});

	await test.step("by a subscription", async () => {
		const row = conversation.subscription("notes").getByRole("button").first();
		await row.click();
		await expect(row).toHaveAttribute("aria-pressed", "true");
		await expect(conversation.total("Topic filter: notes")).toBeVisible();
		await expect(conversation.total("2 of 302 messages")).toBeVisible();
		await expect(conversation.messages).toHaveCount(2);
		await conversation.subscription("readings/#").getByRole("button").first().click();
		await expect(conversation.total("300 of 302 messages")).toBeVisible();
		await page.getByRole("button", { name: "Show all topics" }).click();
		await expect(conversation.total("302 messages")).toBeVisible();
	});

	await test.step("Home and End", async () => {
		const first = conversation.log.getByText("reading-001", { exact: true });
		const last = conversation.received("notes");
		await conversation.log.focus();
		await page.keyboard.press("Home");
		await expect(first).toBeInViewport();
		await expect(conversation.event("Connected")).toBeInViewport();
		await page.keyboard.press("End");
		await expect(last).toBeInViewport();
		await expect(first).toHaveCount(0);
		await page.keyboard.press("Home");
		await expect(first).toBeInViewport();
		await page.getByRole("button", { name: /^Jump to latest/ }).click();
		await expect(last).toBeInViewport();
		await expect(page.getByRole("button", { name: /^Jump to latest/ })).toBeHidden();
	});
});
