/** The built desktop host in a process of its own, without Electron's program. What can be asked of it stands in `run-desktop.ts`. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Drivers } from "./run-desktop.ts";

export interface LaunchedDesktop {
	call<Name extends keyof Drivers>(name: Name, ...args: Parameters<Drivers[Name]>): Promise<Awaited<ReturnType<Drivers[Name]>>>;
	kill(): Promise<void>;
}

interface Answer {
	readonly id: number;
	readonly value?: unknown;
	readonly error?: string;
}

export async function launchDesktop(environment: Readonly<Record<string, string>>): Promise<LaunchedDesktop> {
	const child = fork(fileURLToPath(new URL("./run-desktop.ts", import.meta.url)), {
		env: { ...process.env, ...environment },
		execArgv: [],
		serialization: "advanced",
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	const waiting = new Map<number, PromiseWithResolvers<unknown>>();
	const ask = (id: number) => {
		const answer = Promise.withResolvers<unknown>();
		waiting.set(id, answer);
		return answer.promise;
	};
	child.on("message", ({ id, value, error }: Answer) => {
		if (error === undefined) waiting.get(id)?.resolve(value);
		else waiting.get(id)?.reject(new Error(error));
		waiting.delete(id);
	});
	child.on("exit", (code) => {
		for (const answer of waiting.values()) answer.reject(new Error(`the desktop host's process ended with ${code}`));
		waiting.clear();
	});

	let lastId = 0;
	const desktop: LaunchedDesktop = {
		call: (name, ...args) => {
			lastId += 1;
			const answer = ask(lastId);
			child.send({ id: lastId, name, args });
			return answer as ReturnType<LaunchedDesktop["call"]> as never;
		},
		kill: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const exited = once(child, "exit");
			child.kill("SIGKILL");
			await exited;
		},
	};
	await ask(0);
	return desktop;
}
