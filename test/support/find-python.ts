import { spawnSync } from "node:child_process";

/** The Python that has paho: the system's own, before one that a version manager puts first on the path. null = none has. */
export function findPython(): string | null {
	const hasPaho = (program: string) => spawnSync(program, ["-c", "import paho.mqtt.client"], { stdio: "ignore" }).status === 0;
	return ["/usr/bin/python3", "python3"].find(hasPaho) ?? null;
}
