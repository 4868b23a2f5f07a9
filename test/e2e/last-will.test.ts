/** W4: a last will is sent when a client is cut off, not when it takes its leave, and on MQTT 5 only after its delay. */
import type { Locator } from "@playwright/test";
import { BROKER_KINDS, expect, test } from "./support/brokers.ts";
import type { ConversationPage, WillFields } from "./support/conversation-page.ts";

const OFFLINE = { topic: "last_will", payload: "offline", qos: 1, retain: true } as const satisfies WillFields;
/** So that the broker keeps the session over the delay: with the session ends the wait. [MQTT 5.0, 3.1.2.5] */
const KEPT = { clean: false, sessionExpiry: "60" } as const;

for (const brokerKind of BROKER_KINDS) {
	test.describe(`against ${brokerKind}`, () => {
		test.use({ brokerKind });

		for (const version of ["5.0", "3.1.1"] as const) {
			test(`a dropped connection leaves its will, retained, on MQTT ${version}`, async ({ conversation, broker }) => {
				await conversation.connectNew({ ...broker, name: "Last Will", version, keepAlive: "5", will: OFFLINE });
				await conversation.runMenu("Drop connection");
				await expect(conversation.status).toHaveText("Not connected");
				await expect(conversation.event("Connection dropped, without a DISCONNECT")).toBeVisible();

				await conversation.connectNew({ ...broker, name: "Simple Demo" });
				await conversation.subscribe("last_will");
				await expect(conversation.received("last_will")).toHaveCount(1);
				await expect(conversation.received("last_will")).toContainText("offline");
				await expect(conversation.received("last_will").getByText("Retained")).toBeVisible();
			});

			test(`after an ordinary Disconnect no will is sent on MQTT ${version}`, async ({ conversation, broker }) => {
				await conversation.connectNew({ ...broker, name: "Simple Demo" });
				await conversation.subscribe("last_will");
				await conversation.connectNew({ ...broker, name: "Last Will", version, keepAlive: "5", will: OFFLINE });
				await conversation.disconnect();

				// With the same client id: when it is back, the broker has settled what became of its earlier connection.
				await conversation.connect();
				await conversation.publish({ topic: "last_will", payload: "back" });
				await conversation.open("Simple Demo");
				await expect(conversation.received("last_will").first()).toBeVisible();
				await expect(conversation.received("last_will")).toHaveCount(1);
				await expect(conversation.received("last_will")).toContainText("back");
			});
		}

		test("on MQTT 5 a will with a delay of 2 s comes after 2 s", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("last_will");
			await conversation.connectNew({ ...broker, ...KEPT, name: "Last Will", will: { ...OFFLINE, delay: "2" } });
			await conversation.runMenu("Drop connection");
			const dropped = conversation.event("Connection dropped, without a DISCONNECT");
			const droppedAt = await readTime(dropped.locator(".."));

			await conversation.open("Simple Demo");
			await expect(conversation.received("last_will")).toContainText("offline");
			await expect(conversation.received("last_will").getByText("Retained")).toBeHidden();
			const waitedMs = (await readTime(conversation.received("last_will"))) - droppedAt;
			// mosquitto counts in whole seconds of its clock, so that the first may be short.
			expect(waitedMs).toBeGreaterThan(1000);
			expect(waitedMs).toBeLessThan(5000);
		});

		test("on MQTT 5 a will with a delay is not sent when its client is back before", async ({ conversation, broker }) => {
			await conversation.connectNew({ ...broker, name: "Simple Demo" });
			await conversation.subscribe("last_will");
			await conversation.connectNew({ ...broker, ...KEPT, name: "Last Will", will: { ...OFFLINE, delay: "2" } });
			await conversation.runMenu("Drop connection");
			await expect(conversation.status).toHaveText("Not connected");
			await conversation.connect();
			await expect(conversation.event("Connected, session resumed")).toBeVisible();

			// Another's will, later and with a longer delay: when it has come, the first would have.
			await leaveWill(conversation, broker, { ...OFFLINE, payload: "the later one", delay: "4" });
			await conversation.open("Simple Demo");
			await expect(conversation.received("last_will").first()).toContainText("the later one", { timeout: 15_000 });
			await expect(conversation.received("last_will")).toHaveCount(1);
		});
	});
}

test("the form says where a will's delay outlasts the session", async ({ conversation }) => {
	const warning = conversation.form.getByText("Longer than the Session Expiry Interval", { exact: false });
	await conversation.openForm();
	await conversation.fillForm({ will: { ...OFFLINE, delay: "2" } });
	await expect(warning).toBeVisible();
	await conversation.fillForm({ sessionExpiry: "60" });
	await expect(warning).toBeHidden();
});

async function leaveWill(
	conversation: ConversationPage,
	broker: { readonly host: string; readonly port: number },
	will: WillFields,
): Promise<void> {
	await conversation.connectNew({ ...broker, ...KEPT, name: "Another", will });
	await conversation.runMenu("Drop connection");
	await expect(conversation.status).toHaveText("Not connected");
}

/** A row's exact time, as its time element tells it, in milliseconds. */
async function readTime(row: Locator): Promise<number> {
	const title = await row.getByRole("time").getAttribute("title");
	const at = Date.parse(`${title?.replace(" ", "T")}Z`);
	if (Number.isNaN(at)) throw new Error(`"${title}" is no time`);
	return at;
}
