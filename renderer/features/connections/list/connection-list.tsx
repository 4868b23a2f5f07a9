import { FolderPlus, Plus } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { newConnection } from "../../../actions/connection-actions.ts";
import { newFolder } from "../../../actions/folder-actions.ts";
import { readKeys } from "../../../actions/read-keys.ts";
import { useAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import styles from "./connection-list.module.css";
import { ConnectionTree, type ConnectionTreeHandle } from "./connection-tree.tsx";
import { listTreeRows } from "./tree-rows.ts";

/** The column of connections: the search, the tree of what it leaves, and what makes more. From the search, down goes to the first. */
export function ConnectionList() {
	const say = useText();
	const stores = useStores();
	const tree = useRef<ConnectionTreeHandle>(null);
	const order = useStore(stores.connections, (state) => state.order);
	const folders = useStore(stores.connections, (state) => state.folders);
	const places = useStore(stores.connections, (state) => state.places);
	const profiles = useStore(stores.connections, (state) => state.profiles);
	const closedFolders = useStore(stores.layout, (state) => state.closedFolders);
	const search = useStore(stores.view, (state) => state.connectionSearch);
	const focusRequests = useStore(stores.view, (state) => state.searchFocusRequests);
	const searchField = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (focusRequests > 0) searchField.current?.focus();
	}, [focusRequests]);
	const create = useAction(newConnection, undefined);
	const createFolder = useAction(newFolder, undefined);
	// What is typed is shown at once, the rows that it leaves as soon as there is time.
	const wanted = useDeferredValue(search);
	const rows = useMemo(
		() => listTreeRows({ order, folders, places, profiles }, new Set(closedFolders), wanted),
		[order, folders, places, profiles, closedFolders, wanted],
	);

	return (
		<nav className={styles["column"]} aria-label={say("connection.list")}>
			<div className={styles["head"]}>
				<SearchField
					ref={searchField}
					label={say("connection.search")}
					clearLabel={say("common.cancel")}
					value={search}
					onChange={(connectionSearch) => stores.view.setState({ connectionSearch })}
					onKeyDown={(event) => {
						if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
						event.preventDefault();
						tree.current?.focusFirst();
					}}
				/>
			</div>
			{rows.length === 0 ? (
				<p className={styles["none"]}>{order.length + folders.length > 0 ? say("connection.noMatch") : null}</p>
			) : (
				<ConnectionTree ref={tree} rows={rows} search={wanted} />
			)}
			<div className={styles["foot"]}>
				<Button
					icon={Plus}
					onPress={create.run}
					disabled={!create.can}
					wide={true}
					title={readKeys(newConnection)?.shown}
					shortcut={readKeys(newConnection)?.spoken}
				>
					{say(newConnection.label)}
				</Button>
				<IconButton icon={FolderPlus} label={say(newFolder.label)} onPress={createFolder.run} disabled={!createFolder.can} />
			</div>
		</nav>
	);
}
