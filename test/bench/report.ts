/** How every figure is printed: one JSON line a row, with what is needed to judge and repeat it. */
import { execFileSync } from "node:child_process";
import { cpus, platform, release } from "node:os";

export interface Row {
	readonly id: string;
	readonly what: string;
	/** Figures by name, with the unit in the name. */
	readonly figures: Readonly<Record<string, number | boolean | string>>;
	readonly goal?: string;
}

const machine = `${platform()} ${release()}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`;

export function printRow(row: Row): void {
	process.stdout.write(`${JSON.stringify({ ...row, node: process.versions.node, machine, at: new Date().toISOString() })}\n`);
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** Nearest rank; NaN where there are no values. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function round(value: number, digits = 1): number {
	return Number(value.toFixed(digits));
}

/** CPU seconds, user and system, that a process has used so far (Linux). Threads are counted in. */
export function readCpuSeconds(pid: number): number {
	const stat = execFileSync("cat", [`/proc/${pid}/stat`], { encoding: "utf8" });
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / 100;
}
