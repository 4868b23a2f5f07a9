/** F6: what the page holds after a million messages against after a thousand. */
import { launchProgram } from "../support/launch-program.ts";
import { openPage } from "./open-page.ts";
import { openParley } from "./open-parley.ts";
import { printRow, round } from "./report.ts";

const FEW = 1000;
const MANY = 1_000_000;

async function send(count: number): Promise<{ readonly port: number; end(): Promise<void> }> {
	const sender = launchProgram(process.execPath, ["test/bench/sender.ts", "--count", String(count), "--rate", "100000"]);
	const port = Number((await sender.waitForLine(/^port \d+/)).slice(5));
	return { port, end: () => sender.kill("SIGKILL") };
}

for (let run = 1; run <= 3; run += 1) {
	const parley = await openParley();
	const bench = await openPage(parley);
	const few = await send(FEW);
	const many = await send(MANY - FEW);
	const fewId = await parley.connect("Few", few.port, "#");
	await bench.page.getByText("Few", { exact: true }).first().click();
	await parley.waitForReceived(fewId, FEW);
	await bench.page.waitForTimeout(2000);
	const before = await bench.readMemory();
	const manyId = await parley.connect("Many", many.port, "#");
	await bench.page.getByText("Many", { exact: true }).first().click();
	await parley.waitForReceived(manyId, MANY - FEW);
	await bench.page.waitForTimeout(2000);
	const after = await bench.readMemory();
	printRow({
		id: "F6",
		what: `page heap after ${MANY} messages against after ${FEW}, run ${run} of 3`,
		figures: {
			heapAfterFewMb: round(before.heapBytes / 1e6, 2),
			heapAfterManyMb: round(after.heapBytes / 1e6, 2),
			differenceMb: round((after.heapBytes - before.heapBytes) / 1e6, 2),
			nodesAfterFew: before.nodes,
			nodesAfterMany: after.nodes,
		},
		goal: "difference at most 5 MB; nodes constant",
	});
	await few.end();
	await many.end();
	await bench.close();
	await parley.close();
}
