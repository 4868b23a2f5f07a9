/** What can be done with the built-in broker. */

import type { ConnectionDraft } from "../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../shared/model/connection-defaults.ts";
import { createClientId } from "../../shared/model/create-client-id.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../shared/model/subscription.ts";
import { applyDraft } from "../state/composer-store.ts";
import { applyConnectionOpened } from "../state/view-store.ts";
import type { Action, ActionContext } from "./action.ts";

const FIRST_TOPIC = "hello/world";

export const startBroker: Action = {
	id: "broker.start",
	label: "action.startBroker",
	when: (stores) => ["stopped", "failed"].includes(stores.broker.getState().broker.kind),
	run: async ({ host }) => {
		const result = await host.link.request("broker.start", {});
		return result.ok ? null : result.failure;
	},
};

export const stopBroker: Action = {
	id: "broker.stop",
	label: "action.stopBroker",
	when: (stores) => stores.broker.getState().broker.kind === "running",
	run: async ({ host }) => {
		const result = await host.link.request("broker.stop", {});
		return result.ok ? null : result.failure;
	},
};

/** Opens the conversation with the built-in broker: the connection that leads there already, or a new one. Starts it where it must. */
export const connectToBroker: Action = {
	id: "broker.connect",
	label: "action.connectToBroker",
	when: (stores) => stores.link.getState().link.kind === "open",
	run: async (context) => {
		const opened = await openBrokerConnection(context);
		return typeof opened === "string" ? null : opened;
	},
};

/**
 * The first minute: the broker runs, a connection to it is open, everything that is published comes back, and the reader stands in
 * the composer with a topic filled in.
 */
export const tryBroker: Action = {
	id: "broker.try",
	label: "action.tryBroker",
	when: (stores) => stores.link.getState().link.kind === "open",
	run: async (context) => {
		const { host, stores } = context;
		const connectionId = await openBrokerConnection(context);
		if (typeof connectionId !== "string") return connectionId;
		const subscribed = await host.link.request("subscription.add", {
			connectionId,
			drafts: [{ ...SUBSCRIPTION_DEFAULTS, filter: "#" }],
		});
		if (!subscribed.ok && subscribed.failure.code !== "already-subscribed") return subscribed.failure;
		stores.composer.setState((state) => applyDraft(state, connectionId, { topic: FIRST_TOPIC }));
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};

async function openBrokerConnection(context: ActionContext): Promise<string | Failure> {
	const { host, stores } = context;
	const started = await host.link.request("broker.start", {});
	if (!started.ok) return started.failure;
	const found = await findOrCreateConnection(context, started.value.host, started.value.tcpPort);
	if (typeof found !== "string") return found;
	stores.view.setState((state) => applyConnectionOpened(state, found));
	const begun = await host.link.request("connection.connect", { id: found });
	return begun.ok ? found : begun.failure;
}

/** The connection that leads there; the one that led to the broker's port of an earlier day, led to this one; or a new one. */
async function findOrCreateConnection(
	{ host, stores, say }: ActionContext,
	address: string,
	port: number,
): Promise<string | Failure> {
	const profiles = [...stores.connections.getState().profiles.values()];
	const toBroker = profiles.filter((profile) => profile.protocol === "mqtt" && profile.host === address);
	const exact = toBroker.find((profile) => profile.port === port);
	if (exact !== undefined) return exact.id;
	const name = say("broker.connectionName");
	const earlier = toBroker.find((profile) => profile.name === name);
	if (earlier !== undefined) {
		const { id, ...fields } = earlier;
		const updated = await host.link.request("connection.update", { id, draft: { ...fields, port, secrets: {} } });
		return updated.ok ? id : updated.failure;
	}
	const free = readFreeName(name, new Set(profiles.map((profile) => profile.name)));
	const created = await host.link.request("connection.create", { draft: createBrokerDraft(free, address, port) });
	return created.ok ? created.value.id : created.failure;
}

function readFreeName(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
	return free;
}

function createBrokerDraft(name: string, host: string, port: number): ConnectionDraft {
	return {
		...CONNECTION_DEFAULTS,
		name,
		host,
		port,
		clientId: createClientId(),
	};
}
