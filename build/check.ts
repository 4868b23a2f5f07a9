/** `npm run check`: every tool that reads the sources, each of them whatever the others found, and at the end what failed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder, projectPath } from "./project.ts";

interface Tool {
	readonly name: string;
	/** The package that it comes with, and its program there. */
	readonly from: string;
	readonly program: string;
	readonly args: readonly string[];
}

const TOOLS: readonly Tool[] = [
	{
		name: "format and lint",
		from: "@biomejs/biome",
		program: "biome",
		args: ["ci", "--colors=off", "--error-on-warnings", "."],
	},
	{ name: "types", from: "typescript", program: "tsc", args: ["-b"] },
	{
		name: "import rules",
		from: "dependency-cruiser",
		program: "depcruise",
		args: ["--config", "build/dependency-rules.mjs", "shared", "electron", "renderer", "build", "test"],
	},
	{ name: "what nobody uses", from: "knip", program: "knip", args: [] },
	{
		name: "texts",
		from: "vitest",
		program: "vitest",
		args: ["run", "--config", "test/vitest.config.ts", "--reporter=dot", "test/architecture/texts.test.ts"],
	},
];

const failed = TOOLS.filter((tool) => !passes(tool));
if (failed.length > 0) {
	console.error(`\nFailed: ${failed.map(({ name }) => name).join(", ")}.`);
	process.exitCode = 1;
}

function passes({ name, from, program, args }: Tool): boolean {
	console.log(`\n— ${name}`);
	const ended = spawnSync(process.execPath, [findProgram(from, program), ...args], { cwd: projectFolder, stdio: "inherit" });
	if (ended.error !== undefined) console.error(ended.error.message);
	return ended.status === 0;
}

/** Not by its name in `node_modules/.bin`, which on Windows is a script for a shell. */
function findProgram(from: string, program: string): string {
	const path = projectPath(`node_modules/${from}/package.json`);
	const { bin } = JSON.parse(readFileSync(path, "utf8")) as { readonly bin: Readonly<Record<string, string>> };
	const file = bin[program];
	if (file === undefined) throw new Error(`${from} has no program ${program}`);
	return join(dirname(path), file);
}
