/** Requests of MQTT 5: a message that says where its answer is to go, and which one it answers. [MQTT 5.0: 4.10] */
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { requestCommands } from "../../../shared/contract/request.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { Granted } from "../../../shared/model/connection.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { isShared } from "../../../shared/topic/check-topic.ts";
import { matchesTopic } from "../../../shared/topic/match-topic.ts";
import type { ConnectionList, LiveConnection } from "../connection-list.ts";
import { awaitAnswer } from "./await-answer.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";

type RequestHandlers = Pick<Handlers, keyof typeof requestCommands>;
type AddSubscriptions = Handlers["subscription.add"];

/** A broker that does not answer a SUBSCRIBE within this will not bring the answer either. */
const GRANTED_WITHIN_MS = 10_000;

export function createRequestCommands(parts: CommandParts, addSubscriptions: AddSubscriptions): RequestHandlers {
	const { list } = parts;

	/** Sees to it that what comes on this topic comes here. */
	const cover = async (id: string, topic: string, filter: string, signal: AbortSignal): Promise<Result<null>> => {
		const read = () => list.find(id)?.session.entries.filter(({ subscription }) => brings(subscription.filter, topic)) ?? [];
		if (read().some(({ status }) => status.kind === "granted")) return DONE;
		if (!read().some(({ status }) => status.kind === "requested" || status.kind === "pending")) {
			const draft = { ...SUBSCRIPTION_DEFAULTS, filter, qos: 1, colour: "violet" } as const;
			const added = await addSubscriptions({ connectionId: id, drafts: [draft] }, { signal });
			if (!added.ok && added.failure.code !== "already-subscribed") return added;
		}
		return waitUntilSettled(list, id, read);
	};

	return {
		"request.send": async ({ connectionId, ...order }, { signal }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const { profile, session } = found.value;
			if (profile.version !== "5.0") return { ok: false, failure: createFailure("needs-mqtt-5") };
			if (session.state.kind !== "connected") return { ok: false, failure: createFailure("not-connected") };
			const { granted } = session.state;
			const base = selectBase(granted);
			const responseTopic = order.properties.responseTopic ?? `${base}/${randomUUID().slice(0, 8)}`;
			const filter = order.properties.responseTopic ?? (granted.wildcardAvailable ? `${base}/#` : responseTopic);
			const covered = await cover(connectionId, responseTopic, filter, signal);
			if (!covered.ok) return covered;
			const correlationData = order.properties.correlationData ?? Buffer.from(randomUUID());
			const sent = session.publish({ ...order, properties: { ...order.properties, responseTopic, correlationData } });
			return sent.ok ? { ok: true, value: { ...sent.value, responseTopic } } : sent;
		},
		"request.awaitAnswer": ({ connectionId, seq }, { signal }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? awaitAnswer(found.value, seq, signal) : found;
		},
	};
}

/** Where answers are to go: what the broker names for it [MQTT 5.0: 3.2.2.3.15], or a place of our own. */
function selectBase({ responseInformation, clientId }: Granted): string {
	const named = responseInformation?.replace(/\/+$/, "") ?? "";
	// What a topic name must not have would make a filter of it.
	if (named !== "" && !/[+#\0]/.test(named)) return named;
	return `parley/${clientId.replaceAll(/[+#/\0]/g, "_")}/response`;
}

/** A shared subscription may bring it to another client. */
function brings(filter: string, topic: string): boolean {
	return !isShared(filter) && matchesTopic(filter, topic);
}

function waitUntilSettled(
	list: ConnectionList,
	connectionId: string,
	read: () => LiveConnection["session"]["entries"],
): Promise<Result<null>> {
	return new Promise((resolve) => {
		const finish = (result: Result<null>) => {
			clearTimeout(limit);
			stop();
			resolve(result);
		};
		const look = () => {
			const entries = read();
			if (entries.some(({ status }) => status.kind === "granted")) finish(DONE);
			else if (list.find(connectionId)?.session.state.kind !== "connected") {
				finish({ ok: false, failure: createFailure("not-connected") });
			} else if (entries.length > 0 && entries.every(({ status }) => status.kind !== "requested" && status.kind !== "pending")) {
				finish({ ok: false, failure: createFailure("answers-not-subscribed") });
			}
		};
		const limit = setTimeout(() => finish({ ok: false, failure: createFailure("answers-not-subscribed") }), GRANTED_WITHIN_MS);
		const stop = list.onChange(({ id }) => (id === connectionId ? look() : undefined));
		look();
	});
}
