/** Runs a program in the foreground: it has the terminal, gets the signals that come here, and its end is ours. */
import { spawn } from "node:child_process";

export interface ProgramEnd {
	/** As a shell would say it: 128 and the signal's number where a signal ended it. */
	readonly exitCode: number;
	readonly ranMs: number;
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

export function runProgram(program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ProgramEnd> {
	const startedAt = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: "inherit", env: environment });
		const forward = (signal: NodeJS.Signals) => void child.kill(signal);
		// The terminal sends SIGINT to both; here it only must not end us before the child has closed.
		const wait = () => {};
		process.on("SIGTERM", forward).on("SIGHUP", forward).on("SIGINT", wait);
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			process.off("SIGTERM", forward).off("SIGHUP", forward).off("SIGINT", wait);
			const exitCode = code ?? 128 + (SIGNAL_NUMBERS[signal ?? ""] ?? 0);
			resolve({ exitCode, ranMs: performance.now() - startedAt });
		});
	});
}
