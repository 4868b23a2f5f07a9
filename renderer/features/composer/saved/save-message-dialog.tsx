import { useState } from "react";
import { useStore } from "zustand";
import { saveMessage } from "../../../actions/saved-message-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectComposer } from "../../../state/composer-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import styles from "../sending/repeat-dialog.module.css";

export interface SaveMessageDialogProps {
	readonly connectionId: string;
	/** Of the one that gets another name or place; null = what stands in the composer is saved. */
	readonly savedId: string | null;
	readonly onClose: () => void;
}

/** The name, the folder, and for whom. A name that is there already in that folder is saved over, which is said before. */
export function SaveMessageDialog({ connectionId, savedId, onClose }: SaveMessageDialogProps) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const messages = useStore(stores.savedMessages, (state) => state.messages);
	const renamed = messages.find(({ id }) => id === savedId);
	const [name, setName] = useState(renamed?.name ?? selectComposer(stores.composer.getState(), connectionId).draft.topic);
	const [folder, setFolder] = useState(renamed?.folder ?? "");
	const [isOwn, setIsOwn] = useState(renamed !== undefined && renamed.connectionId === connectionId);
	const place = { name: name.trim(), folder: folder.trim(), connectionId: isOwn ? connectionId : null };
	const standing = messages.find(
		(each) =>
			each.id !== savedId && each.name === place.name && each.folder === place.folder && each.connectionId === place.connectionId,
	);
	const isTaken = standing !== undefined && renamed !== undefined;
	const save = () => {
		if (place.name === "" || isTaken) return;
		const id = renamed?.id ?? standing?.id ?? null;
		run(saveMessage, { connectionId, place, id, message: renamed?.message ?? null });
		onClose();
	};
	return (
		<Dialog
			title={say(renamed === undefined ? "saved.saveTitle" : "saved.renameTitle")}
			size="small"
			onClose={onClose}
			closeLabel={say("common.cancel")}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" disabled={place.name === "" || isTaken} onPress={save}>
						{say(saveMessage.label)}
					</Button>
				</>
			}
		>
			<form
				className={styles["form"]}
				onSubmit={(event) => {
					event.preventDefault();
					save();
				}}
			>
				<TextField
					label={say("form.name")}
					value={name}
					onChange={setName}
					isProposal={true}
					error={isTaken ? say("saved.taken") : null}
					warning={standing !== undefined && !isTaken ? say("saved.replaces") : null}
				/>
				<TextField
					label={say("saved.folder")}
					value={folder}
					onChange={setFolder}
					hint={say("saved.folderHint")}
					suggestions={[...new Set(messages.map((each) => each.folder))].filter((each) => each !== "").sort()}
				/>
				<Checkbox label={say("saved.ownOnly")} checked={isOwn} onChange={setIsOwn} />
				<input type="submit" hidden={true} />
			</form>
		</Dialog>
	);
}
