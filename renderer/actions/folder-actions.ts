/** What can be done to a folder of connections. */
import { selectFoldersWithin } from "../../shared/model/connection-folder.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { selectFolderId } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { applyFoldersClosed, applyHidden } from "../state/layout-store.ts";
import { applyDialog, type OpenDialog } from "../state/view-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";
import { readBeforeId } from "./read-before-id.ts";

export interface FolderSubject {
	readonly folderId: string;
}

/** Asks for the name. */
export const newFolder: Action = {
	id: "folder.new",
	label: "action.newFolder",
	when: (stores) => stores.link.getState().link.kind === "open",
	run(context) {
		context.stores.layout.setState((state) => applyHidden(state, "connections", false));
		return openDialog(context, { kind: "folder-form", folderId: null, parentId: null });
	},
};

export const newFolderInside: Action<FolderSubject> = {
	id: "folder.newInside",
	label: "action.newFolderInside",
	when: isKnown,
	run: (context, { folderId }) => openDialog(context, { kind: "folder-form", folderId: null, parentId: folderId }),
};

export const newConnectionInside: Action<FolderSubject> = {
	id: "folder.newConnection",
	label: "action.newConnectionInside",
	when: isKnown,
	run: (context, { folderId }) => openDialog(context, { kind: "connection-form", connectionId: null, folderId }),
};

export const askRenameFolder: Action<FolderSubject> = {
	id: "folder.askRename",
	label: "action.renameFolder",
	when: isKnown,
	run: (context, { folderId }) => openDialog(context, { kind: "folder-form", folderId, parentId: null }),
};

export interface FolderToSave {
	/** null = a new one, in `parentId`. */
	readonly folderId: string | null;
	readonly parentId: string | null;
	readonly name: string;
}

/** The dialog runs it itself, to show at its field why it was not saved. */
export const saveFolder: Action<FolderToSave> = {
	id: "folder.save",
	label: "form.save",
	when: (stores) => stores.link.getState().link.kind === "open",
	async run({ host, stores }, { folderId, parentId, name }) {
		if (folderId !== null) return readFailure(await host.link.request("folder.rename", { id: folderId, name }));
		const created = await host.link.request("folder.create", { parentId, name });
		if (created.ok && parentId !== null) setClosed(stores, [parentId], false);
		return readFailure(created);
	},
};

export interface FolderMove extends FolderSubject {
	readonly parentId: string | null;
	/** null = behind the last folder there. */
	readonly beforeId: string | null;
}

export const moveFolder: Action<FolderMove> = {
	id: "folder.move",
	label: "action.moveFolder",
	when: isKnown,
	run: async ({ host }, { folderId, parentId, beforeId }) =>
		readFailure(await host.link.request("folder.move", { id: folderId, parentId, beforeId })),
};

export const askMoveFolder: Action<FolderSubject> = {
	id: "folder.askMove",
	label: "action.moveFolder",
	when: isKnown,
	run: (context, { folderId }) => openDialog(context, { kind: "move-folder", folderId }),
};

function createStep(direction: "up" | "down"): Action<FolderSubject> {
	const readBefore = (stores: Stores, folderId: string) => {
		const { folders } = stores.connections.getState();
		const parentId = folders.find(({ id }) => id === folderId)?.parentId ?? null;
		const beside = folders.filter((each) => each.parentId === parentId).map(({ id }) => id);
		return { parentId, beforeId: readBeforeId(beside, folderId, direction) };
	};
	return {
		id: direction === "up" ? "folder.moveUp" : "folder.moveDown",
		label: direction === "up" ? "action.moveUp" : "action.moveDown",
		when: (stores, { folderId }) => readBefore(stores, folderId).beforeId !== undefined,
		run(context, { folderId }) {
			const { parentId, beforeId } = readBefore(context.stores, folderId);
			return beforeId === undefined ? null : moveFolder.run(context, { folderId, parentId, beforeId });
		},
	};
}

export const moveFolderUp = createStep("up");

export const moveFolderDown = createStep("down");

/** Opens it where it is closed, and closes it where it is open. */
export const toggleFolder: Action<FolderSubject> = {
	id: "folder.toggle",
	label: "action.toggleFolder",
	when: isKnown,
	run({ stores }, { folderId }) {
		setClosed(stores, [folderId], !stores.layout.getState().closedFolders.includes(folderId));
		return null;
	},
};

/** Opens the folders that a connection stands in. */
export const revealConnection: Action<ConnectionSubject> = {
	id: "folder.reveal",
	label: "action.toggleFolder",
	when: (stores, { connectionId }) => selectFolderId(stores.connections.getState(), connectionId) !== null,
	run({ stores }, { connectionId }) {
		const state = stores.connections.getState();
		const parents = new Map(state.folders.map(({ id, parentId }) => [id, parentId]));
		const above: string[] = [];
		for (let at = selectFolderId(state, connectionId); at !== null; at = parents.get(at) ?? null) above.push(at);
		setClosed(stores, above, false);
		return null;
	},
};

export const closeFoldersInside: Action<FolderSubject> = {
	id: "folder.closeInside",
	label: "action.closeFoldersInside",
	when: (stores, { folderId }) => stores.connections.getState().folders.some(({ parentId }) => parentId === folderId),
	run({ stores }, { folderId }) {
		const within = selectFoldersWithin(stores.connections.getState().folders, folderId);
		setClosed(
			stores,
			[...within].filter((id) => id !== folderId),
			true,
		);
		return null;
	},
};

export const askDeleteFolder: Action<FolderSubject> = {
	id: "folder.askDelete",
	label: "action.deleteFolder",
	when: isKnown,
	run: (context, { folderId }) => openDialog(context, { kind: "delete-folder", folderId }),
};

export const deleteFolder: Action<FolderSubject> = {
	id: "folder.delete",
	label: "folder.delete.confirm",
	when: isKnown,
	run: async ({ host }, { folderId }) => readFailure(await host.link.request("folder.remove", { id: folderId })),
};

function setClosed({ layout, connections }: Stores, ids: readonly string[], isClosed: boolean): void {
	const known = new Set(connections.getState().folders.map(({ id }) => id));
	layout.setState((state) => applyFoldersClosed(state, ids, isClosed, known), true);
}

function openDialog({ stores }: ActionContext, dialog: OpenDialog): null {
	stores.view.setState((state) => applyDialog(state, dialog));
	return null;
}

function isKnown(stores: Stores, { folderId }: FolderSubject): boolean {
	return stores.connections.getState().folders.some(({ id }) => id === folderId);
}

function readFailure(result: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): Failure | null {
	return result.ok ? null : result.failure;
}
