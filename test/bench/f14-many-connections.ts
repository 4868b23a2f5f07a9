/**
 * F14: a thousand connections in thirty folders, all connected, one of them with ten thousand subscriptions: how soon the list is there,
 * and how the page fares while all of them report activity and a person scrolls, types into the search and walks by keys.
 */
import { FIRST_CONNECTION, fillDataFolder, SHARED_TOPIC } from "../support/fill-data-folder.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";
import { openPage } from "./open-page.ts";
import { openParley } from "./open-parley.ts";
import { type ProbeResult, readProbe, startProbe } from "./page-probe.ts";
import { percentile, printRow, round } from "./report.ts";

const RUNS = Number(process.env["RUNS"] ?? 3);
const CONNECTIONS = 1000;
const SUBSCRIPTIONS = 10_000;
const SECONDS = 8;
/** Each message goes to every connection: so many a second reach Parley a thousandfold. */
const MESSAGES_A_SECOND = 5;

function summarise(name: string, probe: ProbeResult): Record<string, number> {
	return {
		[`${name}FrameP95Ms`]: round(percentile(probe.frameMs, 0.95)),
		[`${name}LongestTaskMs`]: round(Math.max(0, ...probe.longTaskMs)),
		[`${name}KeyToPaintP95Ms`]: round(percentile(probe.keyToPaintMs, 0.95)),
	};
}

for (let run = 1; run <= RUNS; run += 1) {
	const broker = await launchMosquitto({ config: ["log_type none", "log_type information", "max_queued_messages 0"] });
	const parley = await openParley((folder) =>
		fillDataFolder(folder, { broker, connections: CONNECTIONS, subscriptions: SUBSCRIPTIONS, connected: CONNECTIONS }),
	);
	await parley.waitForConnected(CONNECTIONS);
	const bench = await openPage(parley);
	const { page } = bench;
	const tree = page.getByRole("tree");
	await page.reload({ waitUntil: "commit" });
	await tree.getByRole("treeitem").first().waitFor();
	const listShownMs = await page.evaluate(() => performance.now());
	const nodes = await page.evaluate(() => document.querySelectorAll("*").length);

	await page.evaluate(startProbe);
	const args = ["-h", broker.host, "-p", String(broker.port), "-t", SHARED_TOPIC, "-m", '{"celsius": 21.5}'];
	const repeat = ["--repeat", String(MESSAGES_A_SECOND * SECONDS), "--repeat-delay", String(1 / MESSAGES_A_SECOND)];
	const publisher = launchProgram("mosquitto_pub", [...args, ...repeat]);
	await tree.getByRole("treeitem").first().hover();
	for (const endAt = Date.now() + (SECONDS - 1) * 1000; Date.now() < endAt; ) {
		await page.mouse.wheel(0, 400);
		await page.waitForTimeout(30);
	}
	await publisher.ended;
	const scrolling = await page.evaluate(readProbe);

	await page.evaluate(startProbe);
	await page.getByRole("searchbox").first().click();
	for (const key of ["p", "r", "e", "s", "s", " ", "0", "9", "9", "9"]) await page.keyboard.press(key === " " ? "Space" : key);
	const find = page.getByRole("treeitem").filter({ hasText: "Press 0999" });
	await find.waitFor();
	const searching = await page.evaluate(readProbe);
	await page.keyboard.press("Escape");

	const openedAt = Date.now();
	await page.getByRole("treeitem").filter({ hasText: FIRST_CONNECTION }).click();
	const subscriptions = page.getByRole("list", { name: "Subscriptions" });
	await subscriptions.getByRole("listitem").first().waitFor();
	const openMs = Date.now() - openedAt;
	await page.evaluate(startProbe);
	await subscriptions.hover();
	for (let step = 0; step < 60; step += 1) {
		await page.mouse.wheel(0, 2000);
		await page.waitForTimeout(30);
	}
	const subscribed = await page.evaluate(readProbe);

	printRow({
		id: "F14",
		what: `${CONNECTIONS} connections, ${SUBSCRIPTIONS} subscriptions, ${MESSAGES_A_SECOND} messages/s to each, run ${run} of ${RUNS}`,
		figures: {
			listShownMs: round(listShownMs),
			nodes,
			...summarise("busy", scrolling),
			...summarise("search", searching),
			subscriptionsShownMs: openMs,
			...summarise("subscriptions", subscribed),
			received: parley.readActivity("connection-0500")?.totals.received ?? 0,
		},
		goal: "longest task 50 ms, frame p95 20 ms, key to paint p95 50 ms",
	});
	await bench.close();
	await parley.close();
	await broker.close();
}
