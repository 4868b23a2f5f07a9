import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { isMac } from "../../actions/is-mac.ts";
import { matchesShortcut } from "../../actions/match-shortcut.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { openPalette } from "../../actions/view-actions.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { findCommands } from "./find-commands.ts";
import { listCommands, type PaletteCommand } from "./list-commands.ts";

/** Every command and every connection by its name, over the page. What is possible is asked once, as it opens. */
export function Palette() {
	const stores = useStores();
	const isOpen = useStore(stores.view, (state) => state.overlay === "palette");
	return isOpen ? <OpenPalette /> : null;
}

function OpenPalette() {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const [query, setQuery] = useState("");
	const commands = useMemo(() => listCommands(stores, say), [stores, say]);
	const shown = useMemo(() => findCommands(commands, query), [commands, query]);
	const close = () => stores.view.setState({ overlay: null });
	const take = (command: PaletteCommand) => {
		close();
		// After the focus has gone back to where it was, so that a command may take it elsewhere.
		requestAnimationFrame(() => command.run(run));
	};
	return (
		<CommandDialog
			label={say("palette.name")}
			placeholder={say("palette.placeholder")}
			emptyText={say("palette.none")}
			query={query}
			onQueryChange={setQuery}
			commands={shown}
			onTake={take}
			onClose={close}
			isCloseKey={(event) => matchesShortcut(openPalette.shortcut ?? "", event, isMac())}
		/>
	);
}
