import type { ConnectionProfile } from "../../shared/model/connection.ts";
import type { QoS } from "../../shared/model/message.ts";
import { createSubscription, createTestSession, type TestSession } from "../support/create-test-session.ts";
import { launchMosquittoSub, runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import type { LaunchedProgram } from "../support/launch-program.ts";
import type { RunningBroker } from "./brokers.ts";

export type MatrixVersion = "3.1.1" | "5.0";

export interface MatrixCheck {
	readonly name: string;
	readonly versions: readonly MatrixVersion[];
	/** What was seen, in a word or a few; throws where it is not as the specification has it. */
	run(bench: Bench): Promise<string>;
}

/** One broker by one version: Parley's sessions to it, and mosquitto's own clients. All of it ends with `close`. */
export interface Bench {
	readonly version: MatrixVersion;
	/** Unique for each check, so that none sees what another left behind. */
	readonly topic: string;
	open(profile?: Partial<ConnectionProfile>, filters?: readonly (readonly [filter: string, qos: QoS])[]): Promise<TestSession>;
	/** mosquitto_sub, subscribed. */
	listen(args: readonly string[]): Promise<LaunchedProgram>;
	/** mosquitto_pub. */
	say(args: readonly string[]): Promise<void>;
	close(): Promise<void>;
}

export const LIMIT_MS = 6000;

export function createBench(broker: RunningBroker, version: MatrixVersion, topic: string): Bench {
	const closers: (() => Promise<void>)[] = [];
	const login = broker.username === "" ? [] : ["-u", broker.username, "-P", broker.password];
	const peer = [...login, "-V", version === "5.0" ? "mqttv5" : "mqttv311"];
	return {
		version,
		topic,
		open: async (profile = {}, filters = []) => {
			const session = createTestSession(
				{
					port: broker.port,
					version,
					username: broker.username,
					secrets: broker.password === "" ? [] : ["password"],
					...profile,
				},
				filters.map(([filter, qos]) => createSubscription(filter, qos)),
				{ readSecrets: () => Promise.resolve(broker.password === "" ? {} : { password: broker.password }) },
			);
			closers.push(() => session.close());
			session.connect();
			await session.waitForState("connected", LIMIT_MS);
			const isSettled = () => session.entries.every(({ status }) => ["granted", "refused", "failed"].includes(status.kind));
			await session.conversation.waitUntil(isSettled, "subscriptions answered", LIMIT_MS);
			return session;
		},
		listen: async (args) => {
			const program = await launchMosquittoSub(broker, [...peer, ...args]);
			closers.push(() => program.kill());
			return program;
		},
		say: (args) => runMosquittoPub(broker, [...peer, ...args]),
		close: async () => {
			for (const close of closers.splice(0)) await close();
		},
	};
}
