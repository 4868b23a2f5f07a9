import type { Result } from "../../shared/contract/spec.ts";
import { createInputFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { MessageOrder } from "../../shared/model/message-order.ts";
import { formatJsonInSteps } from "../../shared/payload/format-json.ts";
import { maskVariables } from "../../shared/payload/resolve-variables.ts";
import { checkTopicName } from "../../shared/topic/check-topic.ts";
import { type ComposerDraft, EMPTY_PROPERTIES } from "../state/composer-draft.ts";
import { applyComposer, applyPublished, selectComposer } from "../state/composer-store.ts";
import type { Stores } from "../state/create-stores.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import { createOrder } from "./create-order.ts";
import { driveSteps } from "./drive-steps.ts";
import { isLinkOpen } from "./is-link-open.ts";
import { parseProperties } from "./parse-properties.ts";
import { writeRemembered } from "./remember-composer.ts";
import { readOversize, selectOffer, selectVersion } from "./select-offer.ts";

/** Sends what stands in the composer. A refusal is said there, where it can be mended, and not as a notice. */
export const publish: Action<ConnectionSubject> = {
	id: "message.publish",
	label: "action.publish",
	shortcut: "mod+enter",
	when(stores, { connectionId }) {
		const { jsonError } = selectComposer(stores.composer.getState(), connectionId);
		return jsonError === null && canSend(stores, connectionId) && readOversize(stores, connectionId) === null;
	},
	async run(context, { connectionId }) {
		const { draft } = selectComposer(context.stores.composer.getState(), connectionId);
		await send(context, connectionId, draft);
		return null;
	},
};

/** Makes the broker forget the topic's retained message: an empty payload with Retain. [MQTT-3.3.1-6] */
export const clearRetained: Action<ConnectionSubject> = {
	id: "message.clearRetained",
	label: "action.clearRetained",
	when(stores, { connectionId }) {
		const { draft } = selectComposer(stores.composer.getState(), connectionId);
		const { maximumQos, retainAvailable } = selectOffer(stores, connectionId);
		return isLinkOpen(stores) && checkTopicName(draft.topic) === null && draft.qos <= maximumQos && retainAvailable;
	},
	async run(context, { connectionId }) {
		const { stores } = context;
		const { draft } = selectComposer(stores.composer.getState(), connectionId);
		const isSent = await send(context, connectionId, {
			...draft,
			text: "",
			format: "text",
			retain: true,
			properties: EMPTY_PROPERTIES,
		});
		if (!isSent) return null;
		const kind = selectOffer(stores, connectionId).isConnected ? "cleared" : "clear-waits";
		const outcome = { kind, topic: draft.topic } as const;
		stores.composer.setState((state) => applyComposer(state, connectionId, { outcome }), true);
		return null;
	},
};

export function canSend(stores: Stores, connectionId: string): boolean {
	const { draft, isNotBytes } = selectComposer(stores.composer.getState(), connectionId);
	const { maximumQos, retainAvailable, topicAliasMaximum } = selectOffer(stores, connectionId);
	if (!isLinkOpen(stores)) return false;
	if (checkTopicName(draft.topic) !== null || draft.qos > maximumQos || (!retainAvailable && draft.retain)) return false;
	if (isNotBytes || (draft.format === "file" && draft.file === null)) return false;
	if (selectVersion(stores, connectionId) !== "5.0") return true;
	const { properties, problems } = parseProperties(draft.properties);
	return problems.length === 0 && (properties.topicAlias ?? 0) <= topicAliasMaximum;
}

/** Asks the engine to send what was written, in whatever way; what it refuses is said in the composer. */
export async function sendDraft<Value>(
	{ stores }: ActionContext,
	connectionId: string,
	draft: ComposerDraft,
	ask: (order: MessageOrder) => Promise<Result<Value>>,
): Promise<Value | null> {
	const refused = await checkJsonWhole(stores, connectionId, draft);
	const order =
		refused === null ? await createOrder(draft, selectVersion(stores, connectionId)) : ({ ok: false, failure: refused } as const);
	const sent = order.ok ? await ask(order.value) : order;
	if (!sent.ok) {
		const { failure } = sent;
		stores.composer.setState((state) => applyComposer(state, connectionId, { failure, outcome: null }), true);
		return null;
	}
	stores.composer.setState((state) => applyPublished(state, connectionId, draft), true);
	writeRemembered(connectionId, selectComposer(stores.composer.getState(), connectionId));
	return sent.value;
}

async function send(context: ActionContext, connectionId: string, draft: ComposerDraft): Promise<boolean> {
	const { link } = context.host;
	const sent = await sendDraft(context, connectionId, draft, (order) =>
		link.request("message.publish", { connectionId, ...order }),
	);
	return sent !== null;
}

/** Also one that was too long to be checked while it was typed. */
async function checkJsonWhole(stores: Stores, connectionId: string, draft: ComposerDraft): Promise<Failure | null> {
	const { text, format, resolvesVariables } = draft;
	if (format !== "json" || text === "" || !text.isWellFormed()) return null;
	const checked = await driveSteps(formatJsonInSteps(resolvesVariables ? maskVariables(text) : text));
	if (checked === null || checked.ok) return null;
	const jsonError = checked.error;
	stores.composer.setState((state) => applyComposer(state, connectionId, { jsonError }), true);
	return createInputFailure([{ field: "payload", rule: "wrong-shape" }]);
}
