/**
 * What the screens show when there is something to show: connections in every state, subscriptions, and messages of every kind, long,
 * hostile and in other scripts, made through the page and by a client that shares no code with it.
 */
import { expect, type Page } from "@playwright/test";
import { createConversationPage } from "../e2e/support/conversation-page.ts";
import { findFreePort } from "../support/find-free-port.ts";
import { type BrokerAddress, runMosquittoPub } from "../support/launch-mqtt-peers.ts";

export const FULL = "Factory hall 7";
export const QUIET = "Sensor 1";
export const FAILED = "Line 3, test bench";
export const WAITING = "Home";
export const FOLDER = "Test benches";
export const IDLE = "A connection whose name is longer than any column is wide";

const LONG_TOPIC = "factory/hall-7/line-3/press-12/bearing/front/temperature/celsius";

const REPORT = JSON.stringify({
	machine: "press-12",
	state: "running",
	celsius: [21.5, 21.6, 21.6],
	operator: null,
	maintenance: { due: "2027-01-15", hours: 1240, ok: true },
});

export async function fillParley(page: Page, broker: BrokerAddress): Promise<void> {
	const parley = createConversationPage(page);
	const { host, port } = broker;
	const closed = await findFreePort();
	await parley.tryNew({ name: FAILED, host, port: closed, autoReconnect: false });
	await expect(parley.status).toHaveText("Failed");
	await parley.tryNew({ name: WAITING, host, port: closed, autoReconnect: true, reconnectAfter: "3600" });
	await expect(parley.status).toHaveText("Waiting to reconnect");
	await parley.connectNew({ name: IDLE, host, port });
	await parley.disconnect();
	await parley.connectNew({ name: QUIET, host, port });
	await page.getByRole("button", { name: "New folder…" }).click();
	await page.getByRole("dialog", { name: "New folder" }).getByRole("textbox").fill(FOLDER);
	await page.keyboard.press("Enter");
	for (const name of [WAITING, FAILED]) {
		await parley.row(name).dragTo(parley.row(FOLDER));
		await expect(parley.row(name)).toHaveAttribute("aria-level", "2");
	}
	await parley.connectNew({ name: FULL, host, port });
	await parley.subscribe("factory/#", 1);
	await parley.subscribe("alarm/+/critical", 2);
	await parley.subscribe("notes", 0);

	const send = (topic: string, ...rest: readonly string[]) => runMosquittoPub(broker, ["-V", "5", "-t", topic, ...rest]);
	await send("factory/hall-7/state", "-m", "open", "-r", "-q", "1");
	await send(LONG_TOPIC, "-m", "21.5");
	await send(LONG_TOPIC, "-m", "21.6");
	await send("factory/hall-7/line-3/report", "-q", "1", "-m", REPORT);
	await parley.publish({ topic: "factory/hall-7/line-3/press-12/set", payload: '{"speed": 80}', format: "JSON", qos: 2 });
	await send("notes", "-m", "日本語のメッセージと简体中文的消息、そして한국어");
	await send("notes", "-m", "left \u202eto right\u202c, a bell \u0007 and a <b>tag</b>");
	await send("notes", "-n");
	await parley.publish({ topic: "notes", payload: "Seen. I will look after the bearing tonight.", format: "Text", qos: 1 });
	await send(
		"alarm/press-12/critical",
		"-q",
		"2",
		"-D",
		"PUBLISH",
		"user-property",
		"shift",
		"night",
		"-m",
		"Bearing over 90 °C",
	);
	await send("factory/hall-7/log", "-m", "A line of a log that goes on and on. ".repeat(40));
	await parley.publish({ topic: "factory/nobody/listens", payload: "hello?", format: "Text", qos: 1 });
	await expect(parley.received("alarm/press-12/critical")).toBeVisible();
}
