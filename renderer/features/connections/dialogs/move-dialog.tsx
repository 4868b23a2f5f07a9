import { useState } from "react";
import { useStore } from "zustand";
import { selectFoldersWithin } from "../../../../shared/model/connection-folder.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FolderSelect } from "../form/folder-select.tsx";

export interface MoveDialogProps {
	readonly name: string;
	/** Where it stands now. */
	readonly folderId: string | null;
	/** The folder that is moved itself: it cannot go into itself. */
	readonly movedFolderId: string | null;
	readonly onMove: (folderId: string | null) => void;
	readonly onClose: () => void;
}

/** Where to: the way for those who do not drag. */
export function MoveDialog({ name, folderId, movedFolderId, onMove, onClose }: MoveDialogProps) {
	const say = useText();
	const stores = useStores();
	const folders = useStore(stores.connections, (state) => state.folders);
	const [target, setTarget] = useState(folderId);
	const excluded = movedFolderId === null ? new Set<string>() : selectFoldersWithin(folders, movedFolderId);
	return (
		<Dialog
			title={say("folder.moveTitle", { name })}
			size="small"
			onClose={onClose}
			closeLabel={say("common.cancel")}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" onPress={() => onMove(target)} disabled={target === folderId}>
						{say("folder.moveConfirm")}
					</Button>
				</>
			}
		>
			<FolderSelect label={say("folder.target")} value={target} excluded={excluded} onChange={setTarget} />
		</Dialog>
	);
}
