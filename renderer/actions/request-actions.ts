/** Requests of MQTT 5 and their answers. [MQTT 5.0: 4.10] */

import { EMPTY_PROPERTIES } from "../state/composer-draft.ts";
import { applyDraft, selectComposer } from "../state/composer-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { publish, sendDraft } from "./publish.ts";
import { readCorrelation } from "./read-draft.ts";
import { selectOffer, selectVersion } from "./select-offer.ts";

/** Publishes what stands in the composer with a response topic and correlation data, its own or new ones. */
export const sendRequest: Action<ConnectionSubject> = {
	id: "request.send",
	label: "action.sendRequest",
	when: (stores, subject) =>
		publish.when(stores, subject) &&
		selectVersion(stores, subject.connectionId) === "5.0" &&
		selectOffer(stores, subject.connectionId).isConnected,
	async run(context, { connectionId }) {
		const { link } = context.host;
		const { draft } = selectComposer(context.stores.composer.getState(), connectionId);
		await sendDraft(context, connectionId, draft, (order) => link.request("request.send", { connectionId, ...order }));
		return null;
	},
};

/** Loads the composer with where the answer goes; the payload is the person's to write. */
export const replyToMessage: Action<MessageSubject> = {
	id: "request.reply",
	label: "action.reply",
	when: (_stores, { message }) => message.kind === "received" && message.properties?.responseTopic !== undefined,
	run({ stores }, { connectionId, message: { qos, properties = {} } }) {
		const { responseTopic, correlationData } = properties;
		if (responseTopic === undefined) return null;
		const draft = {
			topic: responseTopic,
			qos,
			retain: false,
			properties: { ...EMPTY_PROPERTIES, ...readCorrelation(correlationData) },
		};
		stores.composer.setState((state) => applyDraft(state, connectionId, draft), true);
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};
