import { Copy, Pin, PinOff, Trash2, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { copySelected } from "../../../actions/copy-selected.ts";
import { askDeleteSelected } from "../../../actions/delete-messages.ts";
import { askList } from "../../../actions/message-moves.ts";
import { pinSelected, unpinSelected } from "../../../actions/pin-messages.ts";
import { readKeys } from "../../../actions/read-keys.ts";
import { letSelectionGo } from "../../../actions/select-messages.ts";
import { useAction } from "../../../actions/use-action.ts";
import { stopSelectionWork } from "../../../actions/work-on-selection.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import styles from "./selection-bar.module.css";

/** What can be done with the selected messages, or the way to stop what is being done. */
export function SelectionTools({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const subject = { connectionId };
	const copy = useAction(copySelected, subject);
	const remove = useAction(askDeleteSelected, subject);
	const pin = useAction(pinSelected, subject);
	const unpin = useAction(unpinSelected, subject);
	const letGo = useAction(letSelectionGo, subject);
	const stop = useAction(stopSelectionWork, subject);
	const isWorking = useStore(stores.selection, (state) => state.work !== null);
	const areAllPinned = useStore(
		stores.selection,
		({ count }) => count !== null && count.messages > 0 && count.pinned === count.messages,
	);
	const tools = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const own = tools.current;
		// Whoever pressed one of its buttons goes on in the list.
		return () => {
			if (own?.contains(document.activeElement) === true) setTimeout(() => askList(stores, "focus"));
		};
	}, [stores]);
	return (
		<div ref={tools} className={styles["tools"]} role="toolbar" aria-label={say("selection.name")}>
			{isWorking ? (
				<Button size="small" disabled={!stop.can} onPress={stop.run}>
					{say("selection.stop")}
				</Button>
			) : (
				<>
					<IconButton
						icon={Copy}
						label={say("selection.copy")}
						keys={readKeys(copySelected)}
						disabled={!copy.can}
						onPress={copy.run}
					/>
					{areAllPinned ? (
						<IconButton icon={PinOff} label={say("selection.unpin")} disabled={!unpin.can} onPress={unpin.run} />
					) : (
						<IconButton icon={Pin} label={say("selection.pin")} disabled={!pin.can} onPress={pin.run} />
					)}
					<IconButton
						icon={Trash2}
						label={say("selection.delete")}
						keys={readKeys(askDeleteSelected)}
						disabled={!remove.can}
						onPress={remove.run}
					/>
				</>
			)}
			<IconButton
				icon={X}
				label={say("selection.letGo")}
				keys={readKeys(letSelectionGo)}
				disabled={!letGo.can}
				onPress={letGo.run}
			/>
		</div>
	);
}
