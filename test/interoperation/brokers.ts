/** The brokers of the matrix, each started on free ports of loopback with a folder of its own. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalBroker } from "../../electron/engine/local-broker/create-local-broker.ts";
import { findFreePort } from "../support/find-free-port.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";

export interface RunningBroker {
	readonly host: string;
	readonly port: number;
	readonly username: string;
	readonly password: string;
	close(): Promise<void>;
}

export interface BrokerKind {
	readonly name: string;
	/** As its package or program says. */
	readVersion(): string;
	/** null where it is not installed: the sentence says what to install. */
	readonly lacking: string | null;
	launch(): Promise<RunningBroker>;
}

const RABBITMQ = "/usr/lib/rabbitmq/bin/rabbitmq-server";
const ERLANG_LIBRARIES = "/usr/lib/x86_64-linux-gnu";
const NOBODY = { username: "", password: "" };

function readPackageVersion(name: string): string {
	const [, version = "unknown"] = execFileSync("dpkg-query", ["--show", name], { encoding: "utf8" }).trim().split("\t");
	return version;
}

export const BROKERS: readonly BrokerKind[] = [
	{
		name: "mosquitto",
		readVersion: () => readPackageVersion("mosquitto"),
		lacking: null,
		launch: async () => Object.assign(await launchMosquitto(), NOBODY),
	},
	{
		name: "the built-in broker",
		readVersion: () => "of this build",
		lacking: null,
		launch: async () => {
			const broker = createLocalBroker({ log: { write: () => {} }, tcpPort: 0, webSocketPort: 0 });
			const started = await broker.start();
			if (!started.ok) throw new Error(started.failure.message);
			return { host: started.value.host, port: started.value.tcpPort, ...NOBODY, close: () => broker.stop() };
		},
	},
	{
		name: "RabbitMQ",
		readVersion: () => readPackageVersion("rabbitmq-server"),
		lacking: existsSync(RABBITMQ) ? null : "rabbitmq-server",
		launch: launchRabbit,
	},
	{
		name: "ejabberd",
		readVersion: () => readPackageVersion("ejabberd"),
		lacking: existsSync("/usr/sbin/ejabberdctl") ? null : "ejabberd",
		launch: launchEjabberd,
	},
];

async function launchRabbit(): Promise<RunningBroker> {
	const folder = await mkdtemp(join(tmpdir(), "parley-rabbitmq-"));
	const [port, amqpPort, nodePort] = [await findFreePort(), await findFreePort(), await findFreePort()];
	const config = [
		`listeners.tcp.1 = 127.0.0.1:${amqpPort}`,
		`mqtt.listeners.tcp.1 = 127.0.0.1:${port}`,
		"mqtt.allow_anonymous = true",
		"mqtt.default_user = guest",
		"mqtt.default_pass = guest",
		"log.console = true",
	];
	await writeFile(join(folder, "rabbitmq.conf"), `${config.join("\n")}\n`);
	await writeFile(join(folder, "plugins"), "[rabbitmq_mqtt].\n");
	// The server itself and not Debian's wrapper, which would become another user.
	const program = launchProgram(RABBITMQ, [], {
		cwd: folder,
		environment: {
			...{ HOME: folder, RABBITMQ_NODENAME: `parley-${port}@localhost`, RABBITMQ_DIST_PORT: String(nodePort) },
			...{ RABBITMQ_MNESIA_BASE: join(folder, "store"), RABBITMQ_LOG_BASE: join(folder, "log") },
			...{ RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, "plugins"), RABBITMQ_CONFIG_FILE: join(folder, "rabbitmq.conf") },
		},
	});
	await program.waitForLine(/Server startup complete/, { limitMs: 90_000 });
	return { host: "127.0.0.1", port, ...NOBODY, close: () => end(program.pid, folder) };
}

async function launchEjabberd(): Promise<RunningBroker> {
	const folder = await mkdtemp(join(tmpdir(), "parley-ejabberd-"));
	const port = await findFreePort();
	const config = {
		hosts: ["localhost"],
		auth_method: "anonymous",
		anonymous_protocol: "login_anon",
		allow_multiple_connections: true,
		listen: [{ port, ip: "127.0.0.1", module: "mod_mqtt" }],
		modules: { mod_mqtt: { access_publish: { "#": ["allow"] }, access_subscribe: { "#": ["allow"] } } },
	};
	// JSON is YAML.
	await writeFile(join(folder, "ejabberd.yml"), JSON.stringify(config));
	const program = launchProgram(
		"erl",
		["-noinput", "-sname", `parley-${port}@localhost`, "-mnesia", "dir", `"${join(folder, "store")}"`, "-s", "ejabberd"],
		{
			cwd: folder,
			environment: {
				...{ HOME: folder, ERL_LIBS: ERLANG_LIBRARIES },
				...{ EJABBERD_CONFIG_PATH: join(folder, "ejabberd.yml"), EJABBERD_LOG_PATH: join(folder, "ejabberd.log") },
			},
		},
	);
	await waitForPort(port, 90_000);
	return { host: "127.0.0.1", port, username: "parley@localhost", password: "any", close: () => end(program.pid, folder) };
}

/** Erlang's machine is a child of the shell script that starts it. */
async function end(pid: number, folder: string): Promise<void> {
	for (const child of listProcesses(pid).toReversed()) {
		try {
			process.kill(child, "SIGKILL");
		} catch {
			// It went with its parent.
		}
	}
	await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function listProcesses(pid: number): readonly number[] {
	const children = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" })
		.split("\n")
		.map((line) => line.trim().split(/\s+/).map(Number))
		.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
	return [pid, ...children.flatMap(listProcesses)];
}

async function waitForPort(port: number, limitMs: number): Promise<void> {
	const endsAt = performance.now() + limitMs;
	while (!(await canConnect(port))) {
		if (performance.now() > endsAt) throw new Error(`nothing listens at port ${port} after ${limitMs} ms`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

function canConnect(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host: "127.0.0.1" });
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		socket.once("error", () => resolve(false));
	});
}
