/** Messages that were saved to be sent again: named, in folders, for one connection or for all. */
import { SAVED_MESSAGES_VERSION, type SavedMessagesFile } from "../../shared/contract/saved-message.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import type { SavedMessage } from "../../shared/model/saved-message.ts";
import { checkTopicName } from "../../shared/topic/check-topic.ts";
import { applyDraft, selectComposer } from "../state/composer-store.ts";
import { applyNotice } from "../state/notices-store.ts";
import { applyDialog } from "../state/view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { createOrder } from "./create-order.ts";
import { download } from "./download.ts";
import { selectVersion } from "./select-offer.ts";
import { readWritten, writeMessage } from "./write-message.ts";

export interface SavedMessageSubject extends ConnectionSubject {
	readonly saved: SavedMessage;
}

export const openSavedMessages: Action<ConnectionSubject> = {
	id: "savedMessage.open",
	label: "action.savedMessages",
	when: () => true,
	run({ stores }, { connectionId }) {
		stores.view.setState((state) => applyDialog(state, { kind: "saved-messages", connectionId }));
		return null;
	},
};

/** Asks for a name, a folder, and for whom. */
export const askSaveMessage: Action<ConnectionSubject> = {
	id: "savedMessage.ask",
	label: "action.saveMessage",
	when(stores, { connectionId }) {
		const { draft } = selectComposer(stores.composer.getState(), connectionId);
		return checkTopicName(draft.topic) === null && (draft.format !== "file" || draft.file !== null);
	},
	run({ stores }, { connectionId }) {
		stores.view.setState((state) => applyDialog(state, { kind: "save-message", connectionId, savedId: null }));
		return null;
	},
};

/** Asks the same of one that is saved: another name, another folder. */
export const askRenameSaved: Action<SavedMessageSubject> = {
	id: "savedMessage.rename",
	label: "action.renameSaved",
	when: () => true,
	run({ stores }, { connectionId, saved }) {
		stores.view.setState((state) => applyDialog(state, { kind: "save-message", connectionId, savedId: saved.id }));
		return null;
	},
};

export interface SaveSubject extends ConnectionSubject {
	readonly place: Pick<SavedMessage, "name" | "folder" | "connectionId">;
	/** What it takes the place of; null = a new one. */
	readonly id: string | null;
	/** What is saved; null = what stands in the composer. */
	readonly message: SavedMessage["message"] | null;
}

export const saveMessage: Action<SaveSubject> = {
	id: "savedMessage.save",
	label: "common.save",
	when: (_stores, { place }) => place.name.trim() !== "",
	async run({ host, stores }, { connectionId, place, id, message }) {
		const { draft } = selectComposer(stores.composer.getState(), connectionId);
		const written = message === null ? await writeMessage(draft, place.name) : ({ ok: true, value: message } as const);
		if (!written.ok) return written.failure;
		const saved = await host.link.request("savedMessage.save", { ...place, id, message: written.value });
		return saved.ok ? null : saved.failure;
	},
};

/** Sends it as it was saved; the composer keeps what stands there. */
export const sendSaved: Action<SavedMessageSubject> = {
	id: "savedMessage.send",
	label: "action.publish",
	when: () => true,
	async run({ host, stores }, { connectionId, saved }) {
		const order = await createOrder(readWritten(saved.message), selectVersion(stores, connectionId));
		const sent = order.ok ? await host.link.request("message.publish", { connectionId, ...order.value }) : order;
		return sent.ok ? null : sent.failure;
	},
};

export const loadSaved: Action<SavedMessageSubject> = {
	id: "savedMessage.load",
	label: "action.loadSaved",
	when: () => true,
	run({ stores }, { connectionId, saved }) {
		const draft = readWritten(saved.message);
		stores.composer.setState((state) => applyDraft(state, connectionId, draft), true);
		stores.view.setState((state) => ({
			...applyDialog(state, null),
			composerFocusRequests: state.composerFocusRequests + 1,
		}));
		return null;
	},
};

export const deleteSaved: Action<SavedMessageSubject> = {
	id: "savedMessage.delete",
	label: "action.deleteSaved",
	when: () => true,
	async run({ host }, { saved }) {
		const removed = await host.link.request("savedMessage.remove", { id: saved.id });
		return removed.ok ? null : removed.failure;
	},
};

/** All of them, whatever connection they are for: which that is says nothing on another machine. */
export const exportSaved: Action = {
	id: "savedMessage.export",
	label: "action.exportSaved",
	when: (stores) => stores.savedMessages.getState().messages.length > 0,
	run({ stores }) {
		const { messages } = stores.savedMessages.getState();
		const file: SavedMessagesFile = {
			format: "parley-saved-messages",
			version: SAVED_MESSAGES_VERSION,
			messages: messages.map(({ name, folder, message }) => ({ name, folder, message })),
		};
		const text = `${JSON.stringify(file, null, "\t")}\n`;
		download(new Blob([text], { type: "application/json" }), "parley-messages.json");
		return null;
	},
};

export const importSaved: Action<{ readonly file: File }> = {
	id: "savedMessage.import",
	label: "action.importSaved",
	when: () => true,
	async run({ host, stores }, { file }) {
		const text = await file.text().catch(() => null);
		if (text === null) return createFailure("file-unreadable", { name: file.name });
		const added = await host.link.request("savedMessage.import", { text });
		if (!added.ok) return added.failure;
		const values = { count: added.value.added };
		stores.notices.setState((state) => applyNotice(state, { kind: "done", text: "saved.imported", values }));
		return null;
	},
};
