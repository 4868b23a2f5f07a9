/** Whatever ends Parley, all of it is there again on the same data folder: what was set up, what was said, what was acknowledged. */
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";
import { type BrokerAddress, expect, test } from "./support/brokers.ts";
import type { ConversationPage } from "./support/conversation-page.ts";

/** What a broker may have under way without an answer, and sends again. */
const MOST_AGAIN = 20;

for (const signal of ["SIGKILL", "SIGTERM"] as const) {
	test(`after ${signal} during traffic every connection, subscription, message and the composer are as they were`, async ({
		page,
		parley,
		conversation,
		broker,
	}) => {
		const { host, port } = broker;
		await conversation.connectNew({ name: "Other", host, port });
		await conversation.publish({ topic: "other/topic", payload: "said before", qos: 1, retain: true });
		await conversation.connectNew({ name: "Listener", host, port, clientId: "listener", clean: false, sessionExpiry: "600" });
		await conversation.subscribe("traffic", 1);
		await conversation.subscribe("quiet/+", 2);

		const traffic = beginTraffic(broker);
		await expect(conversation.received("traffic").nth(9)).toBeVisible();
		await parley.stop(signal);
		const sent = await traffic.end();

		await parley.start(page);
		// The conversation that was open is open again.
		await expect(conversation.row("Listener")).toHaveAttribute("aria-current", "true");
		await expect(conversation.status).toHaveText("Not connected");
		await expect(conversation.subscription("traffic")).toContainText("QoS 1, at next connect");
		await expect(conversation.subscription("quiet/+")).toContainText("QoS 2, at next connect");
		await expect(conversation.received("traffic").nth(9)).toBeVisible();

		// The broker brings what it was not told to have arrived; the rest must be here already.
		await conversation.connect();
		await expect(conversation.log.getByText(`<${sent}>`, { exact: true })).toBeVisible();
		const total = await conversation.main.getByText(/^\d+ messages$/).innerText();
		expect(Number.parseInt(total, 10)).toBeGreaterThanOrEqual(sent);
		expect(Number.parseInt(total, 10)).toBeLessThanOrEqual(sent + MOST_AGAIN);
		for (let number = 1; number <= sent; number += Math.ceil(sent / 12)) await expectFound(conversation, `<${number}>`);
		await expectFound(conversation, `<${sent}>`);

		await conversation.open("Other");
		await expect(conversation.published("other/topic")).toContainText("said before");
		await expect(conversation.published("other/topic")).toContainText("PUBACK");
		await expect(conversation.composer.getByLabel("Topic", { exact: true })).toHaveValue("other/topic");
		await expect(conversation.composer.getByRole("radio", { name: "1", exact: true })).toBeChecked();
		await expect(conversation.composer.getByRole("checkbox", { name: "Retain" })).toBeChecked();

		await conversation.openEditForm();
		await expect(conversation.form.getByRole("textbox", { name: "Port", exact: true })).toHaveValue(String(port));
	});
}

test("a sudden end stands in the conversation as a line of its own", async ({ page, parley, conversation, broker }) => {
	await conversation.connectNew({ name: "Cut off", host: broker.host, port: broker.port });
	await conversation.connectNew({ name: "At rest", host: broker.host, port: broker.port });
	await conversation.disconnect();
	// What is shown in the conversation is stored.
	await expect(conversation.event("Disconnected")).toBeVisible();
	await parley.restart(page, "SIGKILL");
	await conversation.open("Cut off");
	const line = conversation.event("Parley was started again; the connection had not been ended properly");
	await expect(line).toBeVisible();
	await conversation.open("At rest");
	await expect(conversation.event("Disconnected")).toBeVisible();
	await expect(line).toHaveCount(0);
	// An orderly end needs no explanation, and the sudden one is told once.
	await parley.restart(page, "SIGTERM");
	await conversation.open("Cut off");
	await expect(line).toHaveCount(1);
});

test("in the browser mode a password is asked for again after a restart, and the form had said so", async ({
	page,
	parley,
	conversation,
}) => {
	const guarded = await launchGuarded();
	const { host, port } = guarded;
	const note = "In the browser mode secrets are kept in memory only: Parley asks again after a restart.";
	await conversation.openForm();
	await conversation.fillForm({ name: "Guarded", host, port, username: "ann", password: "open sesame" });
	await expect(conversation.form.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(note);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");

	await parley.restart(page);
	await conversation.open("Guarded");
	await page.getByRole("button", { name: "Connect", exact: true }).click();
	const dialog = page.getByRole("dialog", { name: "What “Guarded” needs again" });
	const password = dialog.getByLabel("Password", { exact: true });
	await expect(password).toBeFocused();
	await expect(password).toHaveAccessibleDescription(note);
	await expect(dialog).toContainText(`To reach mqtt://${host}:${port} as “ann”.`);
	await page.keyboard.type("open sesame");
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect(conversation.status).toHaveText("Connected");

	// Known until the next restart.
	await conversation.disconnect();
	await conversation.connect();
	await guarded.close();
});

async function launchGuarded() {
	const open = await launchMosquitto();
	const passwords = join(open.folder, "passwords");
	await writeFile(passwords, "ann:open sesame\n");
	execFileSync("mosquitto_passwd", ["-U", passwords]);
	const guarded = await launchMosquitto({ config: ["allow_anonymous false", `password_file ${passwords}`] });
	return {
		...guarded,
		close: async () => {
			await guarded.close();
			await open.close();
		},
	};
}

/** `<1>`, `<2>` and so on, every few milliseconds, from `mosquitto_pub` with QoS 1, until it is ended. Answers how many there were. */
function beginTraffic({ host, port }: BrokerAddress) {
	const publish = `mosquitto_pub -h ${host} -p ${port} -t traffic -q 1 -l`;
	const program = launchProgram("sh", ["-c", `sed -u /end/Q | ${publish}`]);
	let sent = 0;
	const timer = setInterval(() => {
		sent += 1;
		program.write(`<${sent}>\n`);
	}, 10);
	return {
		async end() {
			clearInterval(timer);
			program.write("end\n");
			expect(await program.ended).toBe(0);
			return sent;
		},
	};
}

async function expectFound(conversation: ConversationPage, text: string): Promise<void> {
	await conversation.page.getByRole("searchbox", { name: "Search messages" }).fill(text);
	await expect(conversation.log.locator('[aria-current="true"]')).toContainText(text);
}
