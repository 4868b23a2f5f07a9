import { useStore } from "zustand";
import { moveConnection } from "../../../actions/arrange-connections.ts";
import { deleteFolder, moveFolder } from "../../../actions/folder-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectFolderId } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { applyDialog } from "../../../state/view-store.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { groupByFolder } from "../list/tree-rows.ts";
import { FolderFormDialog } from "./folder-form-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";

/** Whichever dialog about a folder, or about the way into one, is open. */
export function FolderDialogs() {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const run = useRunAction();
	const dialog = useStore(stores.view, (state) => state.dialog);
	const listed = useStore(stores.connections);
	const close = () => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state));
	const findFolder = (id: string | null) => listed.folders.find((folder) => folder.id === id) ?? null;
	switch (dialog?.kind) {
		case "folder-form": {
			const folder = findFolder(dialog.folderId);
			return <FolderFormDialog folder={folder} parentId={folder?.parentId ?? dialog.parentId} onClose={close} />;
		}
		case "move-connection": {
			const { connectionId } = dialog;
			return (
				<MoveDialog
					name={listed.profiles.get(connectionId)?.name ?? ""}
					folderId={selectFolderId(listed, connectionId)}
					movedFolderId={null}
					onClose={close}
					onMove={(folderId) => {
						close();
						run(moveConnection, { connectionId, folderId, beforeId: null });
					}}
				/>
			);
		}
		case "move-folder": {
			const folder = findFolder(dialog.folderId);
			if (folder === null) return null;
			return (
				<MoveDialog
					name={folder.name}
					folderId={folder.parentId}
					movedFolderId={folder.id}
					onClose={close}
					onMove={(parentId) => {
						close();
						run(moveFolder, { folderId: folder.id, parentId, beforeId: null });
					}}
				/>
			);
		}
		case "delete-folder": {
			const folder = findFolder(dialog.folderId);
			if (folder === null) return null;
			const count = groupByFolder(listed).get(folder.id)?.length ?? 0;
			return (
				<ConfirmDialog
					title={say("folder.delete.title", { name: folder.name })}
					text={
						count === 0
							? say("folder.delete.textEmpty")
							: say("folder.delete.text", { count, number: count.toLocaleString(language) })
					}
					confirmLabel={say("folder.delete.confirm")}
					cancelLabel={say("common.cancel")}
					onClose={close}
					onConfirm={() => {
						close();
						run(deleteFolder, { folderId: folder.id });
					}}
				/>
			);
		}
		default:
			return null;
	}
}
