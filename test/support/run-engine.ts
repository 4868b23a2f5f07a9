/**
 * An engine in a process of its own, to be killed: opens the folder given, connects every connection that it finds there, and prints
 * what a test waits for. Run with `node run-engine.ts <folder>`.
 */
import { createSystemClock } from "../../electron/engine/create-system-clock.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import { createMemoryVault } from "../../electron/web/memory-vault.ts";

const dataFolder = process.argv[2] ?? "";
const engine = await createEngine({
	dataFolder,
	version: "0.0.0-test",
	clock: createSystemClock(),
	vault: createMemoryVault(),
	log: { write: () => {} },
	historyWorker: new URL("../../electron/engine/history/history-worker.ts", import.meta.url),
});
const opened = engine.feeds.connections({}, { wake: () => setImmediate(look) });
const asked = new Set<string>();

async function look(): Promise<void> {
	const batch = opened.ok ? await opened.value.take() : null;
	for (const { id } of batch?.profiles ?? []) {
		if (asked.has(id)) continue;
		asked.add(id);
		await engine.handlers["connection.connect"]({ id }, { signal: new AbortController().signal });
	}
	for (const { id, state } of batch?.states ?? []) console.log(`${id} ${state.kind}`);
	for (const { id, activity } of batch?.activities ?? []) console.log(`${id} received ${activity.totals.received}`);
}
