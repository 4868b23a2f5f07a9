/** The built browser mode from its command line to its end, as `npm run web` starts it. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectPath } from "../../../build/project.ts";
import { type BrowserMode, launchBrowserMode } from "../../support/launch-browser-mode.ts";
import { launchProgram } from "../../support/launch-program.ts";
import { ask, formatExchange, formatFile, formatLink } from "./open-test-server.ts";

let folder: string;
let running: BrowserMode[];
beforeEach(async () => {
	running = [];
	folder = await mkdtemp(join(tmpdir(), "parley-serve-"));
});
afterEach(async () => {
	await Promise.all(running.map((mode) => mode.stop("SIGKILL")));
	await rm(folder, { recursive: true, force: true });
});

async function launch(
	dataFolder = join(folder, "data"),
): Promise<BrowserMode & { readonly port: number; readonly code: string }> {
	const mode = await launchBrowserMode({ dataFolder });
	running.push(mode);
	const url = new URL(mode.address);
	return { ...mode, port: Number(url.port), code: url.hash.slice("#code=".length) };
}

/** Runs it until it ends by itself. */
async function run(args: readonly string[], entry = "out/serve.mjs") {
	const program = launchProgram(process.execPath, [projectPath(entry), "--no-open", ...args]);
	const exitCode = await program.ended;
	return { exitCode, lines: program.lines.filter((line) => line !== "") };
}

function expectOneSentence(outcome: { readonly exitCode: unknown; readonly lines: readonly string[] }, pattern: RegExp): void {
	expect(outcome.lines).toHaveLength(1);
	expect(outcome.lines[0]).toMatch(pattern);
	expect(outcome.exitCode).toBe(1);
}

test("it serves the page at the address that it prints, and lets the code's bearer in", async () => {
	const { port, code } = await launch();
	expect((await ask(port, formatFile(port))).body).toMatch(/<script type="module"/);
	const { token } = JSON.parse((await ask(port, formatExchange(port, { code }))).body) as { token: string };
	expect((await ask(port, formatLink(port, token))).status).toBe(101);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s closes it in order, and the folder is free for the next one", async (signal) => {
	const first = await launch();
	await first.program.kill(signal);
	expect(await first.program.ended).toBe(0);
	await launch();
});

test("after SIGKILL the folder is free for the next one", async () => {
	await (await launch()).stop("SIGKILL");
	await launch();
});

test("a second one on the same folder ends with a sentence, and the first goes on", async () => {
	const { port } = await launch();
	expectOneSentence(await run(["--port", "0", "--data", join(folder, "data")]), /already uses the data folder/);
	expect((await ask(port, formatFile(port))).status).toBe(200);
});

test("a port in use ends with a sentence that names another one", async () => {
	const holder = createServer().listen(0, "127.0.0.1");
	await new Promise((resolve) => holder.once("listening", resolve));
	const { port } = holder.address() as { port: number };
	expectOneSentence(
		await run(["--port", String(port), "--data", join(folder, "data")]),
		new RegExp(`Port ${port} is in use.*--port`),
	);
	holder.close();
});

test("a folder whose parent is missing ends with a sentence, and nothing is created", async () => {
	expectOneSentence(await run(["--port", "0", "--data", join(folder, "missing", "data")]), /does not exist.*--data/);
	expect(await readdir(folder)).toEqual([]);
});

test("a folder that cannot be written ends with a sentence", async () => {
	await writeFile(join(folder, "file"), "");
	expectOneSentence(await run(["--port", "0", "--data", join(folder, "file", "data")]), /cannot write/);
});

test("a missing build ends with a sentence", async () => {
	// Run from its source, it looks for the page beside the source, where none is.
	expectOneSentence(await run(["--port", "0", "--data", join(folder, "data")], "electron/serve.ts"), /npm run build/);
});

test("an argument that it does not know ends with a sentence", async () => {
	expectOneSentence(await run(["--host", "0.0.0.0"]), /--host/);
});

test("--version and --help say what they are asked for", async () => {
	const { version } = JSON.parse(await readFile(projectPath("package.json"), "utf8")) as { version: string };
	expect(await run(["--version"])).toEqual({ exitCode: 0, lines: [version] });
	const help = await run(["--help"]);
	expect(help.exitCode).toBe(0);
	for (const option of ["--port", "--data", "--no-open", "--version", "--help"]) expect(help.lines.join("\n")).toContain(option);
});

test("neither the code nor a token is in any file of the data folder", async () => {
	const mode = await launch();
	const { token } = JSON.parse((await ask(mode.port, formatExchange(mode.port, { code: mode.code }))).body) as { token: string };
	await ask(mode.port, formatLink(mode.port, token));
	await ask(mode.port, formatLink(mode.port, `${token}x`));
	await mode.stop();
	const data = join(folder, "data");
	await mkdir(data, { recursive: true });
	const names = await readdir(data);
	expect(names).toContain("parley.log");
	for (const name of names) {
		const text = await readFile(join(data, name), "latin1");
		expect(text.includes(mode.code) || text.includes(token), name).toBe(false);
	}
});
