import { useMemo } from "react";
import { useStore } from "zustand";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Select } from "../../../ui/select.tsx";
import { listFolderPaths } from "../list/tree-rows.ts";

export interface FolderSelectProps {
	readonly label: string;
	/** null = no folder. */
	readonly value: string | null;
	/** Folders that cannot be chosen. */
	readonly excluded?: ReadonlySet<string>;
	readonly onChange: (folderId: string | null) => void;
}

/** One of all folders, by the names that lead to it, or none. */
export function FolderSelect({ label, value, excluded, onChange }: FolderSelectProps) {
	const say = useText();
	const stores = useStores();
	const folders = useStore(stores.connections, (state) => state.folders);
	const paths = useMemo(() => listFolderPaths(folders), [folders]);
	return (
		<Select
			label={label}
			value={value ?? ""}
			options={[
				{ value: "", label: say("folder.none") },
				...paths.filter(({ id }) => excluded?.has(id) !== true).map(({ id, path }) => ({ value: id, label: path })),
			]}
			onChange={(id) => onChange(id === "" ? null : id)}
		/>
	);
}
