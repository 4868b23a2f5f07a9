import { FloatingMenu } from "../../../ui/floating-menu.tsx";
import { useConnectionItems } from "./connection-items.ts";
import { useFolderItems } from "./folder-items.ts";
import type { TreeItem } from "./tree-moves.ts";

export interface TreeMenuProps {
	readonly subject: TreeItem;
	readonly anchor: Element | { readonly x: number; readonly y: number };
	/** Has the focus when the menu is closed. */
	readonly origin: HTMLElement | null;
	readonly onClose: () => void;
}

/** What can be done with a row of the list; one menu for all of them. */
export function TreeMenu({ subject, ...props }: TreeMenuProps) {
	return subject.kind === "folder" ? (
		<FolderMenu {...props} folderId={subject.id} />
	) : (
		<ConnectionMenu {...props} connectionId={subject.id} />
	);
}

function ConnectionMenu({ connectionId, ...props }: Omit<TreeMenuProps, "subject"> & { readonly connectionId: string }) {
	return <FloatingMenu {...props} items={useConnectionItems(connectionId, "all")} />;
}

function FolderMenu({ folderId, ...props }: Omit<TreeMenuProps, "subject"> & { readonly folderId: string }) {
	return <FloatingMenu {...props} items={useFolderItems(folderId)} />;
}
