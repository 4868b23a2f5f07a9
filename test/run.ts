/**
 * `npm test`: everything, in order, nothing skipped. The last line is the sum over all tests; a stage that failed without naming a
 * test counts as one, and so does a test that was skipped, because a skipped test proves nothing.
 */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { buildHalves } from "../build/build.ts";
import { projectFolder, projectPath } from "../build/project.ts";
import { ensureMachine } from "./support/ensure-machine.ts";

interface Tally {
	readonly passed: number;
	readonly failed: number;
}

const VITEST_REPORT = projectPath("out/test/vitest.json");
/** A stage that hangs has failed; the whole of them ends in time all the same. */
const STAGE_LIMIT_MS = 10 * 60_000;
const PLAYWRIGHT_REPORT = projectPath("out/test/playwright.json");

const lacking = ensureMachine();
if (lacking !== null) {
	console.error(lacking);
	process.exit(1);
}

// A log file is read by people too.
if (!process.stdout.isTTY) process.env["NO_COLOR"] = "1";

const tallies: Tally[] = [];
const times: string[] = [];

tallies.push(await runStage("check", () => stageOf(runNpm(["run", "check"]))));
const built = await runStage("build", build);
tallies.push(built);
if (built.failed === 0) {
	tallies.push(await runStage("unit, contract, integration, architecture", runVitest));
	tallies.push(await runStage("end to end", runPlaywright));
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${times.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runStage(name: string, stage: () => Tally | Promise<Tally>): Promise<Tally> {
	console.log(`\n— ${name}`);
	const startedAt = performance.now();
	const tally = await stage();
	times.push(
		`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${name}${tally.failed > 0 ? "  FAILED" : ""}`,
	);
	return tally;
}

async function build(): Promise<Tally> {
	try {
		await buildHalves(["page", "node"]);
		return { passed: 0, failed: 0 };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}

function runVitest(): Tally {
	rmSync(VITEST_REPORT, { force: true });
	const ended = runNode("node_modules/vitest/vitest.mjs", [
		"run",
		"--config",
		"test/vitest.config.ts",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${VITEST_REPORT}`,
	]);
	const report = readReport(VITEST_REPORT) as {
		readonly numPassedTests: number;
		readonly numFailedTests: number;
		readonly numPendingTests: number;
		readonly numTodoTests: number;
	} | null;
	if (report === null) return stageOf(ended);
	const failed = report.numFailedTests + sayUnproven(report.numPendingTests + report.numTodoTests);
	return { passed: report.numPassedTests, failed: Math.max(failed, stageOf(ended).failed) };
}

function runPlaywright(): Tally {
	rmSync(PLAYWRIGHT_REPORT, { force: true });
	const ended = runNode(
		"node_modules/@playwright/test/cli.js",
		["test", "--config", "test/e2e/playwright.config.ts", "--reporter=list,json"],
		{
			PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
			// It sets FORCE_COLOR for its workers, and Node warns of the two together.
			NO_COLOR: undefined,
		},
	);
	const report = readReport(PLAYWRIGHT_REPORT) as {
		readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
	} | null;
	if (report === null) return stageOf(ended);
	const { expected, unexpected, flaky, skipped } = report.stats;
	return { passed: expected, failed: Math.max(unexpected + flaky + sayUnproven(skipped), stageOf(ended).failed) };
}

function sayUnproven(count: number): number {
	if (count > 0) console.error(`${count} tests were skipped, and count as failed.`);
	return count;
}

function stageOf(ended: SpawnSyncReturns<Buffer>): Tally {
	return { passed: 0, failed: ended.status === 0 ? 0 : 1 };
}

function readReport(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return null;
	}
}

function runNpm(args: readonly string[]): SpawnSyncReturns<Buffer> {
	const npm = process.env["npm_execpath"];
	if (npm !== undefined) return runNode(npm, args);
	return spawnSync("npm", args, { cwd: projectFolder, stdio: ["ignore", "inherit", "inherit"] });
}

function runNode(
	program: string,
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>> = {},
): SpawnSyncReturns<Buffer> {
	return spawnSync(process.execPath, [program, ...args], {
		cwd: projectFolder,
		timeout: STAGE_LIMIT_MS,
		killSignal: "SIGKILL",
		stdio: ["ignore", "inherit", "inherit"],
		env: { ...process.env, ...environment },
	});
}
