/**
 * A program that a test starts and talks about: its output line by line, waiting for a line instead of for a time, and an end that is
 * sure, whatever the test did.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

export interface LaunchedProgram {
	readonly pid: number;
	/** Everything that it has printed so far, errors among it. */
	readonly lines: readonly string[];
	/** The first line, from `fromLine` on, that matches; waits for it. Rejects, with the output, at the end or after the limit. */
	waitForLine(pattern: RegExp, options?: { readonly fromLine?: number; readonly limitMs?: number }): Promise<string>;
	/** Resolves with the exit code, or the signal that ended it. */
	readonly ended: Promise<number | NodeJS.Signals>;
	readonly hasEnded: boolean;
	kill(signal?: NodeJS.Signals): Promise<void>;
	write(text: string): void;
}

export interface LaunchOptions {
	readonly environment?: Readonly<Record<string, string>>;
	readonly cwd?: string;
}

/** Ends a program with the process that started it, even where that one is killed. */
const LEASH = "/usr/bin/setpriv";
const leash = existsSync(LEASH) ? [LEASH, "--pdeathsig", "KILL", "--"] : [];

export function launchProgram(program: string, args: readonly string[], options: LaunchOptions = {}): LaunchedProgram {
	const [command = program, ...words] = [...leash, program, ...args];
	const child = spawn(command, words, {
		stdio: "pipe",
		env: { ...process.env, ...options.environment },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
	});
	const lines: string[] = [];
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of listeners) listener();
	};
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on("line", (line) => {
			lines.push(line);
			tell();
		});
	}
	// A program that has ended cannot be written to; that it has, the test sees by itself.
	child.stdin.on("error", () => {});

	let hasEnded = false;
	const ended = new Promise<number | NodeJS.Signals>((resolve) => {
		child.once("error", (error) => lines.push(String(error)));
		child.once("close", (code, signal) => {
			hasEnded = true;
			resolve(code ?? signal ?? -1);
			tell();
		});
	});

	return {
		pid: child.pid ?? -1,
		lines,
		ended,
		get hasEnded() {
			return hasEnded;
		},
		waitForLine(pattern, { fromLine = 0, limitMs = 15_000 } = {}) {
			return new Promise((resolve, reject) => {
				let next = fromLine;
				const finish = (settle: () => void) => {
					clearTimeout(limit);
					listeners.delete(look);
					settle();
				};
				const refuse = (why: string) =>
					finish(() => reject(new Error(`${program} ${why} before a line like ${pattern}; it said:\n${lines.join("\n")}`)));
				const look = () => {
					for (; next < lines.length; next += 1) {
						const line = lines[next] ?? "";
						if (pattern.test(line)) return finish(() => resolve(line));
					}
					if (hasEnded) refuse("ended");
				};
				const limit = setTimeout(() => refuse(`let ${limitMs} ms pass`), limitMs);
				listeners.add(look);
				look();
			});
		},
		async kill(signal = "SIGTERM") {
			if (!hasEnded) child.kill(signal);
			await ended;
		},
		write: (text) => void child.stdin.write(text),
	};
}
