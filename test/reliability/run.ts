/**
 * `npm run score`: every figure of reliability, or those named (`npm run score -- r1 r3`), one program after the other. Each prints one
 * JSON line a row and ends with 1 where its goal was missed.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const named = process.argv.slice(2);
const programs = readdirSync(import.meta.dirname)
	.filter((file) => /^r\d+-.*\.ts$/.test(file))
	.filter((file) => named.length === 0 || named.some((name) => file.startsWith(`${name}-`)))
	.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));

let failed = 0;
for (const program of programs) {
	// The heap is part of some figures.
	const { status } = spawnSync(process.execPath, ["--expose-gc", `${import.meta.dirname}/${program}`], { stdio: "inherit" });
	if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 && programs.length > 0 ? 0 : 1;
