import { createInputFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { formatJsonInSteps } from "../../shared/payload/format-json.ts";
import { checkTopicName } from "../../shared/topic/check-topic.ts";
import { applyComposer, applyPublished, type ComposerDraft, selectComposer } from "../state/composer-store.ts";
import type { Stores } from "../state/create-stores.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import { driveSteps } from "./drive-steps.ts";
import { writeRemembered } from "./remember-composer.ts";
import { readOversize, selectOffer } from "./select-offer.ts";

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
		return checkTopicName(draft.topic) === null && draft.qos <= maximumQos && retainAvailable;
	},
	async run(context, { connectionId }) {
		const { stores } = context;
		const { draft } = selectComposer(stores.composer.getState(), connectionId);
		const isSent = await send(context, connectionId, { ...draft, text: "", format: "text", retain: true });
		if (!isSent) return null;
		const kind = selectOffer(stores, connectionId).isConnected ? "cleared" : "clear-waits";
		const outcome = { kind, topic: draft.topic } as const;
		stores.composer.setState((state) => applyComposer(state, connectionId, { outcome }), true);
		return null;
	},
};

function canSend(stores: Stores, connectionId: string): boolean {
	const { draft } = selectComposer(stores.composer.getState(), connectionId);
	const { maximumQos, retainAvailable } = selectOffer(stores, connectionId);
	return checkTopicName(draft.topic) === null && draft.qos <= maximumQos && (retainAvailable || !draft.retain);
}

async function send({ host, stores }: ActionContext, connectionId: string, draft: ComposerDraft): Promise<boolean> {
	const refused = await checkText(stores, connectionId, draft);
	const { topic, qos, retain } = draft;
	const sent =
		refused === null
			? await host.link.request("message.publish", {
					connectionId,
					topic,
					payload: new TextEncoder().encode(draft.text),
					qos,
					retain,
					properties: {},
				})
			: ({ ok: false, failure: refused } as const);
	if (!sent.ok) {
		const { failure } = sent;
		stores.composer.setState((state) => applyComposer(state, connectionId, { failure, outcome: null }), true);
		return false;
	}
	stores.composer.setState((state) => applyPublished(state, connectionId, draft), true);
	writeRemembered(connectionId, selectComposer(stores.composer.getState(), connectionId));
	return true;
}

/** UTF-8 cannot carry half a character: encoding would put another in its place without a word. */
async function checkText(stores: Stores, connectionId: string, { text, format }: ComposerDraft): Promise<Failure | null> {
	if (!text.isWellFormed()) return createInputFailure([{ field: "payload", rule: "lone-surrogate" }]);
	if (format !== "json" || text === "") return null;
	const checked = await driveSteps(formatJsonInSteps(text));
	if (checked === null || checked.ok) return null;
	const jsonError = checked.error;
	stores.composer.setState((state) => applyComposer(state, connectionId, { jsonError }), true);
	return createInputFailure([{ field: "payload", rule: "wrong-shape" }]);
}
