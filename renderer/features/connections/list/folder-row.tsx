import { ChevronRight, Folder, FolderOpen } from "lucide-react";
import { memo } from "react";
import { useStore } from "zustand";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Badge } from "../../../ui/badge.tsx";
import { joinClasses } from "../../../ui/join-classes.ts";
import styles from "./folder-row.module.css";

export interface FolderRowProps {
	readonly name: string;
	readonly isOpen: boolean;
	/** The connections that stand in it, however deep. */
	readonly connectionIds: readonly string[];
}

/** What the list says of one folder: how many connections stand in it, and what waits in a closed one to be read. */
export const FolderRow = memo(function FolderRow({ name, isOpen, connectionIds }: FolderRowProps) {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const unread = useStore(stores.connections, ({ activities }) =>
		isOpen ? 0 : connectionIds.reduce((sum, id) => sum + (activities.get(id)?.unread ?? 0), 0),
	);
	const number = connectionIds.length.toLocaleString(language);
	const words = say("folder.connections", { count: connectionIds.length, number });
	const OwnIcon = isOpen ? FolderOpen : Folder;
	return (
		<>
			<ChevronRight className={joinClasses(styles["chevron"], isOpen && styles["open"])} aria-hidden={true} />
			<OwnIcon className={styles["icon"]} aria-hidden={true} />
			<span className={styles["name"]} title={name}>
				{name}
			</span>
			{unread > 0 ? (
				<Badge count={unread} label={say("connection.unread", { count: unread })} />
			) : (
				<span className={styles["count"]} role="img" aria-label={words} title={words}>
					{number}
				</span>
			)}
		</>
	);
});
