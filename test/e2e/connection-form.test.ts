/** The connection form as a whole: what it folds away, that nothing typed is lost by leaving it, and what waits for the next connect. */
import { startScriptedBroker } from "../support/scripted-broker.ts";
import { expect, test } from "./support/brokers.ts";
import { findViolations } from "./support/find-violations.ts";

test("the first minute is a name, a host and Connect; what is folded away says what it holds, and opens where an error is", async ({
	page,
	conversation,
}) => {
	const { form } = conversation;
	const keepAlive = form.getByRole("textbox", { name: "Keep Alive" });
	await page.getByRole("button", { name: "New Connection" }).click();
	await expect(form.getByRole("button", { name: "Save and connect" })).toBeInViewport();
	await expect(form.getByText("Last Will", { exact: true })).toBeInViewport();
	await expect(keepAlive).toBeHidden();

	const session = form.locator("summary").filter({ hasText: "Session" });
	await session.focus();
	await page.keyboard.press("Enter");
	await keepAlive.fill("30");
	await expect(session).toContainText("Keep Alive 30 s");
	await keepAlive.fill("often");
	await session.focus();
	await page.keyboard.press("Enter");
	await expect(keepAlive).toBeHidden();
	await form.getByRole("button", { name: "Save", exact: true }).click();
	await expect(keepAlive).toBeFocused();
	await expect(form.getByRole("alert")).toHaveText(["A whole number, in digits alone."]);
});

test("a form that holds something new asks before it goes, by whichever way it is left", async ({ page, conversation }) => {
	const { form } = conversation;
	const question = page.getByRole("dialog", { name: "Discard what you changed?" });
	await conversation.openForm();
	await page.keyboard.press("Escape");
	await expect(form).toBeHidden();

	await conversation.openForm();
	const host = form.getByRole("textbox", { name: "Host" });
	await host.fill("broker.example");
	for (const leave of [
		() => page.keyboard.press("Escape"),
		() => form.getByRole("button", { name: "Cancel" }).click(),
		() => page.mouse.click(4, 4),
	]) {
		await leave();
		await expect(question.getByRole("button", { name: "Keep editing" }).last()).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(question).toBeHidden();
		await expect(host).toHaveValue("broker.example");
	}
	await page.keyboard.press("Escape");
	await question.getByRole("button", { name: "Discard" }).click();
	await expect(form).toBeHidden();
});

test("while it is connected the form says, in sight of the buttons, what waits for the next connect", async ({
	broker,
	conversation,
}) => {
	await conversation.connectNew({ ...broker, name: "Open" });
	await conversation.openEditForm();
	const { form } = conversation;
	const note = form.getByText(/^Takes effect at the next connect/);
	await expect(note).toHaveCount(0);
	await form.getByRole("textbox", { name: "Keep Alive" }).fill("30");
	await expect(note).toHaveText("Takes effect at the next connect: Keep Alive.");
	await expect(note).toBeInViewport();
	await form.getByRole("button", { name: "Save", exact: true }).click();
	await expect(conversation.status).toHaveText("Connected");
});

test("a broker that points elsewhere is followed only when the person says so", async ({ broker, page, conversation }) => {
	const address = `${broker.host}:${broker.port}`;
	const text = Buffer.from(address).toString("hex");
	const length = (text.length / 2).toString(16).padStart(2, "0");
	const properties = `1c 00 ${length} ${text}`;
	const inner = (text.length / 2 + 3).toString(16).padStart(2, "0");
	const whole = (text.length / 2 + 6).toString(16).padStart(2, "0");
	const pointing = await startScriptedBroker({ onConnect: `20 ${whole} 00 9d ${inner} ${properties}` });
	await conversation.tryNew({ name: "Moved", host: pointing.host, port: pointing.port });
	await expect(conversation.failure).toContainText(`It names ${address}.`);
	await conversation.failure.getByRole("button", { name: address }).click();
	const question = page.getByRole("dialog", { name: `Connect to mqtt://${address} instead?` });
	await expect(question.getByRole("button", { name: "Cancel" }).last()).toBeFocused();
	expect(await findViolations(page)).toEqual([]);
	await page.keyboard.press("Escape");
	await expect(conversation.status).toHaveText("Failed");
	await conversation.failure.getByRole("button", { name: address }).click();
	await question.getByRole("button", { name: "Connect there" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await pointing.close();
});
