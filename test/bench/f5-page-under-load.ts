/**
 * F5: the page while 20,000 messages a second arrive through mosquitto, the conversation at its end, a person typing; in both views, or
 * in one (`--view compact`).
 */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";
import { openPage } from "./open-page.ts";
import { openParley } from "./open-parley.ts";
import { type ProbeResult, readProbe, startProbe } from "./page-probe.ts";
import { percentile, printRow, round } from "./report.ts";

const RATE = Number(process.env["RATE"] ?? 20_000);
const SECONDS = 15;
const RUNS = Number(process.env["RUNS"] ?? 3);
const KEY_EVERY_MS = 250;
const VIEWS = ["chat", "compact"] as const;
type View = (typeof VIEWS)[number];

/** Types into the composer as a person would, until the time is over. */
async function typeFor(page: Page, ms: number): Promise<void> {
	const field = page.getByRole("textbox", { name: "Payload" });
	await field.click();
	for (const endAt = Date.now() + ms; Date.now() < endAt; ) {
		await page.keyboard.press("a");
		await page.waitForTimeout(KEY_EVERY_MS);
	}
}

function summarise(probe: ProbeResult): Record<string, number> {
	return {
		frameP95Ms: round(percentile(probe.frameMs, 0.95)),
		longestTaskMs: round(Math.max(0, ...probe.longTaskMs)),
		keyToPaintP95Ms: round(percentile(probe.keyToPaintMs, 0.95)),
	};
}

async function measure(view: View, run: number): Promise<void> {
	const broker = await launchMosquitto({ config: ["log_type none", "log_type information", "max_queued_messages 0"] });
	const parley = await openParley();
	const bench = await openPage(parley, { "parley.messageView": JSON.stringify({ view }) });
	const { page } = bench;
	const id = await parley.connect("Load", broker.port, "#");
	await page.getByRole("treeitem").filter({ hasText: "Load" }).click();
	const name = view === "chat" ? "Chat" : "Compact";
	if (!(await page.getByRole("radio", { name }).isChecked())) throw new Error(`the page does not show the ${view} view`);

	await page.evaluate(startProbe);
	await typeFor(page, 4000);
	const idle = await page.evaluate(readProbe);

	await page.evaluate(startProbe);
	const count = RATE * SECONDS;
	const args = ["test/bench/publisher.ts", "--port", String(broker.port), "--count", String(count), "--rate", String(RATE)];
	const publisher = launchProgram(process.execPath, args);
	await publisher.waitForLine(/^begin/);
	await typeFor(page, SECONDS * 1000 - 500);
	const endAt = Number((await publisher.waitForLine(/^end/, { limitMs: 60_000 })).slice(4));
	const shownAt = await page.evaluate(async (last) => {
		for (const giveUpAt = Date.now() + 30_000; Date.now() < giveUpAt; ) {
			if (window.parleyProbe?.lastNumber === last) return Date.now();
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		return Number.NaN;
	}, count - 1);
	const load = await page.evaluate(readProbe);
	await parley.waitForReceived(id, count, 30_000).catch(() => 0);
	const counted = parley.readActivity(id)?.totals.received ?? 0;
	const idleFigures = summarise(idle);
	printRow({
		id: "F5",
		what: `page at ${RATE} messages/s for ${SECONDS} s, ${view} view, run ${run} of ${RUNS}`,
		figures: {
			...summarise(load),
			newestAgeP95Ms: round(percentile(load.newestAgeMs, 0.95)),
			catchUpMs: round(shownAt - endAt),
			sent: count,
			counted,
			idleFrameP95Ms: idleFigures["frameP95Ms"] ?? Number.NaN,
			idleKeyToPaintP95Ms: idleFigures["keyToPaintP95Ms"] ?? Number.NaN,
			frames: load.frameMs.length,
		},
		goal: "frame p95 20, longest task 50, key to paint p95 50, newest age p95 100, catch up 500 (ms); every message counted",
	});
	await bench.close();
	await parley.close();
	await broker.close();
}

const { values } = parseArgs({ options: { view: { type: "string" } } });
const wanted = VIEWS.filter((view) => values.view === undefined || values.view === view);
if (wanted.length === 0) throw new Error(`--view is ${VIEWS.join(" or ")}`);
for (const view of wanted) for (let run = 1; run <= RUNS; run += 1) await measure(view, run);
