/**
 * `npm run bench`: every figure, or those named (`npm run bench -- f5 f6`); options go on to the programs
 * (`npm run bench -- f5 --view compact`). Each is a program of its own, one after the other, so that
 * none disturbs another. Prints one JSON line for each row. Build first.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const [named, options] = splitArguments(process.argv.slice(2));
const programs = readdirSync(import.meta.dirname)
	.filter((file) => /^f\d+-.*\.ts$|^history\.ts$/.test(file))
	.filter((file) => named.length === 0 || named.some((name) => file.startsWith(name)))
	.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));

let failed = 0;
for (const program of programs) {
	const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${program}`, ...options], { stdio: "inherit" });
	if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 && programs.length > 0 ? 0 : 1;

/** From the first option on, everything is the programs'. */
function splitArguments(given: readonly string[]): readonly [readonly string[], readonly string[]] {
	const at = given.findIndex((each) => each.startsWith("-"));
	return at === -1 ? [given, []] : [given.slice(0, at), given.slice(at)];
}
