import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as Widget } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import styles from "./command-dialog.module.css";
import dialogStyles from "./dialog.module.css";

export interface Command {
	readonly id: string;
	readonly label: string;
	/** What it belongs to, in a word. */
	readonly group: string;
	/** As people read them; null = it has none. */
	readonly keys: string | null;
}

export interface CommandDialogProps<Item extends Command> {
	readonly label: string;
	readonly placeholder: string;
	readonly emptyText: string;
	readonly query: string;
	readonly onQueryChange: (query: string) => void;
	/** What the query finds, best first. */
	readonly commands: readonly Item[];
	readonly onTake: (command: Item) => void;
	readonly onClose: () => void;
	/** The keys that opened it, and close it again. */
	readonly isCloseKey: (event: globalThis.KeyboardEvent) => boolean;
}

/** One field over a list: type, choose with the arrow keys, Enter. Open as long as it is rendered; Escape and a press outside close it. */
export function CommandDialog<Item extends Command>({ commands, onTake, onClose, ...props }: CommandDialogProps<Item>) {
	const input = useRef<HTMLInputElement>(null);
	const onKeyDownCapture = (event: KeyboardEvent) => {
		const { nativeEvent } = event;
		// What an input method takes for itself chooses and closes nothing.
		if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return event.stopPropagation();
		if (event.key !== "Escape" && !props.isCloseKey(nativeEvent)) return;
		event.preventDefault();
		event.stopPropagation();
		onClose();
	};
	return (
		<Widget.Root open={true} onOpenChange={(open) => (open ? undefined : onClose())}>
			<Widget.Portal>
				<Widget.Backdrop className={dialogStyles["backdrop"]} />
				<Widget.Viewport className={styles["viewport"]}>
					<Widget.Popup
						className={styles["popup"]}
						aria-label={props.label}
						initialFocus={input}
						onKeyDownCapture={onKeyDownCapture}
					>
						<Autocomplete.Root
							inline={true}
							open={true}
							items={commands}
							mode="none"
							autoHighlight="always"
							keepHighlight={true}
							itemToStringValue={(command: Item) => command.label}
							value={props.query}
							onValueChange={(query, { reason }) => {
								if (reason !== "item-press") props.onQueryChange(query);
							}}
						>
							<div className={styles["head"]}>
								<Search className={styles["icon"]} aria-hidden={true} />
								<Autocomplete.Input
									ref={input}
									className={styles["input"]}
									aria-label={props.label}
									placeholder={props.placeholder}
									autoComplete="off"
									spellCheck={false}
								/>
							</div>
							<Autocomplete.Empty className={styles["empty"]}>
								{commands.length === 0 ? <p className={styles["none"]}>{props.emptyText}</p> : null}
							</Autocomplete.Empty>
							<Autocomplete.List className={styles["list"]} aria-label={props.label}>
								{commands.map((command) => (
									<Autocomplete.Item key={command.id} value={command} className={styles["item"]} onClick={() => onTake(command)}>
										<span className={styles["group"]}>{command.group}</span>
										<span className={styles["label"]}>{command.label}</span>
										{command.keys === null ? null : <kbd className={styles["keys"]}>{command.keys}</kbd>}
									</Autocomplete.Item>
								))}
							</Autocomplete.List>
						</Autocomplete.Root>
					</Widget.Popup>
				</Widget.Viewport>
			</Widget.Portal>
		</Widget.Root>
	);
}
