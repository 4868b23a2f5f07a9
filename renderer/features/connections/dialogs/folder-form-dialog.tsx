import { useId, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ConnectionFolder } from "../../../../shared/model/connection-folder.ts";
import { saveFolder } from "../../../actions/folder-actions.ts";
import { useActionContext } from "../../../actions/use-action.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";

export interface FolderFormDialogProps {
	/** null = a new one. */
	readonly folder: ConnectionFolder | null;
	/** The folder that it stands in, or will. */
	readonly parentId: string | null;
	readonly onClose: () => void;
}

const MOST_CHARACTERS = 200;

/** The name of a folder, new or known. */
export function FolderFormDialog({ folder, parentId, onClose }: FolderFormDialogProps) {
	const say = useText();
	const stores = useStores();
	const context = useActionContext();
	const formId = useId();
	const field = useRef<HTMLInputElement>(null);
	const [name, setName] = useState(folder?.name ?? "");
	const [refusal, setRefusal] = useState<string | null>(null);
	const folders = useStore(stores.connections, (state) => state.folders);
	const trimmed = name.trim();
	const isTaken = folders.some((each) => each.id !== folder?.id && each.parentId === parentId && each.name.trim() === trimmed);
	const error = isTaken ? say("folder.taken") : refusal;
	const canSave = trimmed !== "" && !isTaken;

	const save = async () => {
		if (!canSave) return field.current?.focus();
		const failure = await saveFolder.run(context, { folderId: folder?.id ?? null, parentId, name: trimmed });
		if (failure === null) return onClose();
		setRefusal(formatFailure(say, failure).message);
		field.current?.focus();
	};

	return (
		<Dialog
			title={say(folder === null ? "folder.newTitle" : "folder.renameTitle")}
			size="small"
			onClose={onClose}
			closeLabel={say("common.cancel")}
			initialFocus={field}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" type="submit" form={formId} disabled={!canSave}>
						{say(folder === null ? "folder.create" : "folder.rename")}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				noValidate={true}
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<TextField
					ref={field}
					label={say("folder.name")}
					value={name}
					onChange={(next) => {
						setName(next.slice(0, MOST_CHARACTERS));
						setRefusal(null);
					}}
					isProposal={folder !== null}
					error={error}
				/>
			</form>
		</Dialog>
	);
}
