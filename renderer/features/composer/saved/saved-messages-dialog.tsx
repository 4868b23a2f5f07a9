import { Download, FileUp, PenLine, Send, Trash2, Upload } from "lucide-react";
import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { SavedMessage } from "../../../../shared/model/saved-message.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import type { Action } from "../../../actions/action.ts";
import {
	askRenameSaved,
	deleteSaved,
	exportSaved,
	importSaved,
	loadSaved,
	type SavedMessageSubject,
	sendSaved,
} from "../../../actions/saved-message-actions.ts";
import { useAction, useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectSavedFolders } from "../../../state/saved-messages-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import styles from "./saved-messages-dialog.module.css";

export interface SavedMessagesDialogProps {
	readonly connectionId: string;
	readonly onClose: () => void;
}

/** The saved messages that this connection can send, by folders. */
export function SavedMessagesDialog({ connectionId, onClose }: SavedMessagesDialogProps) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const input = useRef<HTMLInputElement>(null);
	const saved = useStore(stores.savedMessages);
	const order = useStore(stores.connections, (state) => state.order);
	const folders = useMemo(() => selectSavedFolders(saved, connectionId, order), [saved, connectionId, order]);
	const exporting = useAction(exportSaved, undefined);
	return (
		<Dialog
			title={say("saved.title")}
			size="large"
			onClose={onClose}
			closeLabel={say("common.close")}
			footer={
				<>
					<Button icon={Upload} onPress={() => input.current?.click()}>
						{say(importSaved.label)}
					</Button>
					<Button icon={Download} disabled={!exporting.can} onPress={exporting.run}>
						{say(exportSaved.label)}
					</Button>
				</>
			}
		>
			<input
				ref={input}
				type="file"
				hidden={true}
				accept=".json,application/json"
				aria-label={say(importSaved.label)}
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					if (file !== undefined) run(importSaved, { file });
					// The same file may be chosen again.
					event.currentTarget.value = "";
				}}
			/>
			{folders.length === 0 ? <p className={styles["note"]}>{say("saved.empty")}</p> : null}
			{folders.map(({ folder, messages }) => (
				<section key={folder} className={styles["folder"]} aria-label={folder === "" ? say("saved.noFolder") : folder}>
					{folder === "" ? null : <h3 className={styles["name"]}>{makeVisible(folder)}</h3>}
					<ul className={styles["list"]}>
						{messages.map((message) => (
							<li key={message.id} className={styles["item"]}>
								{renderRow(message)}
							</li>
						))}
					</ul>
				</section>
			))}
		</Dialog>
	);

	function renderRow(message: SavedMessage) {
		const subject = { connectionId, saved: message };
		const nameOf = ({ label }: Action<SavedMessageSubject>) => `${say(label)}: ${makeVisible(message.name)}`;
		const { topic, qos, retain } = message.message;
		const facts = [
			makeVisible(topic),
			`QoS ${qos}`,
			retain ? say("composer.retain") : null,
			message.connectionId === connectionId ? say("saved.ownOnly") : null,
		];
		return (
			<>
				<div className={styles["words"]}>
					<p className={styles["title"]}>{makeVisible(message.name)}</p>
					<p className={styles["facts"]}>{facts.filter((fact) => fact !== null).join(" · ")}</p>
				</div>
				<IconButton label={nameOf(sendSaved)} icon={Send} size="small" onPress={() => run(sendSaved, subject)} />
				<IconButton label={nameOf(loadSaved)} icon={FileUp} size="small" onPress={() => run(loadSaved, subject)} />
				<IconButton label={nameOf(askRenameSaved)} icon={PenLine} size="small" onPress={() => run(askRenameSaved, subject)} />
				<IconButton label={nameOf(deleteSaved)} icon={Trash2} size="small" onPress={() => run(deleteSaved, subject)} />
			</>
		);
	}
}
