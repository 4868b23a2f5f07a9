/** Messages that are sent again and again. They run in the engine, whatever the page shows. */
import type { Repeat, RepeatSchedule } from "../../shared/model/outgoing.ts";
import { selectComposer } from "../state/composer-store.ts";
import { applyDialog } from "../state/view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { canSend, sendDraft } from "./publish.ts";
import { readOversize } from "./select-offer.ts";

/** Asks how often. */
export const askRepeat: Action<ConnectionSubject> = {
	id: "repeat.ask",
	label: "action.repeat",
	when(stores, { connectionId }) {
		const { jsonError } = selectComposer(stores.composer.getState(), connectionId);
		return jsonError === null && canSend(stores, connectionId) && readOversize(stores, connectionId) === null;
	},
	run({ stores }, { connectionId }) {
		stores.view.setState((state) => applyDialog(state, { kind: "repeat-form", connectionId }));
		return null;
	},
};

export interface StartRepeatSubject extends ConnectionSubject {
	readonly schedule: RepeatSchedule;
}

/** Begins with what stands in the composer, which may change afterwards without changing what is repeated. */
export const startRepeat: Action<StartRepeatSubject> = {
	id: "repeat.start",
	label: "action.startRepeat",
	when: (stores, subject) => askRepeat.when(stores, subject),
	async run(context, { connectionId, schedule }) {
		const { link } = context.host;
		const { draft } = selectComposer(context.stores.composer.getState(), connectionId);
		await sendDraft(context, connectionId, draft, (order) => link.request("repeat.start", { connectionId, order, ...schedule }));
		return null;
	},
};

export interface RepeatSubject extends ConnectionSubject {
	readonly repeat: Repeat;
}

export function isUnderWay({ state }: Repeat): boolean {
	return state.kind === "running" || state.kind === "paused";
}

export const stopRepeat: Action<RepeatSubject> = {
	id: "repeat.stop",
	label: "action.stopRepeat",
	when: (_stores, { repeat }) => isUnderWay(repeat),
	async run({ host }, { connectionId, repeat }) {
		const stopped = await host.link.request("repeat.stop", { connectionId, id: repeat.id });
		return stopped.ok ? null : stopped.failure;
	},
};

export const dismissRepeat: Action<RepeatSubject> = {
	id: "repeat.dismiss",
	label: "action.dismissRepeat",
	when: (_stores, { repeat }) => !isUnderWay(repeat),
	async run({ host }, { connectionId, repeat }) {
		const dismissed = await host.link.request("repeat.dismiss", { connectionId, id: repeat.id });
		// It may have gone from the list by itself meanwhile, which is what was wanted.
		return dismissed.ok || dismissed.failure.code === "not-found" ? null : dismissed.failure;
	},
};
