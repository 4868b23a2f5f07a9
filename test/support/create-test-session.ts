/** A session with everything it needs, in memory but for the network; and waiting for its states instead of for time. */

import { createSession } from "../../electron/engine/session/create-session.ts";
import type { Session, SessionOptions } from "../../electron/engine/session/session.ts";
import type { ConnectionProfile, ConnectionState } from "../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../shared/model/connection-defaults.ts";
import type { QoS } from "../../shared/model/message.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "../../shared/model/subscription.ts";
import { createMemoryConversation, type MemoryConversation } from "./memory-conversation.ts";

export interface TestSession extends Session {
	readonly conversation: MemoryConversation;
	readonly states: readonly ConnectionState[];
	/** The first state of this kind, from the present one on. */
	waitForState<Kind extends ConnectionState["kind"]>(
		kind: Kind,
		limitMs?: number,
	): Promise<Extract<ConnectionState, { kind: Kind }>>;
	publishText(topic: string, text: string, qos?: QoS, retain?: boolean): ReturnType<Session["publish"]>;
}

export function createProfile(given: Partial<ConnectionProfile> = {}): ConnectionProfile {
	return {
		...CONNECTION_DEFAULTS,
		id: "connection-1",
		name: "Test",
		host: "127.0.0.1",
		port: 1883,
		clientId: `parley_${Math.random().toString(36).slice(2, 10)}`,
		secrets: [],
		connectTimeoutSeconds: 5,
		autoReconnect: false,
		reconnectDelaySeconds: 0.05,
		...given,
	};
}

export function createSubscription(filter: string, qos: QoS = 0): Subscription {
	return { ...SUBSCRIPTION_DEFAULTS, id: `id of ${filter}`, filter, qos };
}

export function createTestSession(
	profile: Partial<ConnectionProfile>,
	filters: readonly (string | Subscription)[] = [],
	more: Partial<SessionOptions> & { readonly conversation?: MemoryConversation } = {},
): TestSession {
	const conversation = more.conversation ?? createMemoryConversation();
	const states: ConnectionState[] = [];
	const listeners = new Set<() => void>();
	const session = createSession({
		profile: createProfile(profile),
		subscriptions: filters.map((filter) => (typeof filter === "string" ? createSubscription(filter) : filter)),
		readSecrets: () => Promise.resolve({}),
		clock: { now: () => performance.timeOrigin + performance.now() },
		log: { write: () => {} },
		onState: (state) => {
			states.push(state);
			for (const listener of [...listeners]) listener();
		},
		onSubscriptions: () => {},
		...more,
		conversation,
	});
	return Object.assign(session, {
		conversation,
		states,
		waitForState: <Kind extends ConnectionState["kind"]>(kind: Kind, limitMs = 8000) =>
			new Promise<Extract<ConnectionState, { kind: Kind }>>((resolve, reject) => {
				const finish = (settle: () => void) => {
					clearTimeout(limit);
					listeners.delete(look);
					settle();
				};
				const look = () => {
					const { state } = session;
					if (isKind(state, kind)) finish(() => resolve(state));
				};
				const limit = setTimeout(() => finish(() => reject(new Error(`no ${kind}: ${JSON.stringify(states)}`))), limitMs);
				listeners.add(look);
				look();
			}),
		publishText: (topic: string, text: string, qos: QoS = 0, retain = false) =>
			session.publish({ topic, payload: Buffer.from(text), qos, retain, properties: {} }),
	});
}

function isKind<Kind extends ConnectionState["kind"]>(
	state: ConnectionState,
	kind: Kind,
): state is Extract<ConnectionState, { kind: Kind }> {
	return state.kind === kind;
}
