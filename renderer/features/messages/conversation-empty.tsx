import { MessagesSquare } from "lucide-react";
import { useStore } from "zustand";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import styles from "./list/message-list.module.css";

/** What stands where no row does. */
export function ConversationEmpty({ isFiltered }: { readonly isFiltered: boolean }) {
	const say = useText();
	const stores = useStores();
	const isEmpty = useStore(stores.conversation, (state) => state.window !== null && state.window.rows.length === 0);
	const isLoading = useStore(stores.conversation, (state) => state.window === null && state.failure === null);
	if (isLoading) {
		return (
			<div className={styles["loading"]}>
				<Skeleton label={say("conversation.loading")} shape="talk" />
			</div>
		);
	}
	if (!isEmpty) return null;
	return (
		<div className={styles["empty"]}>
			{isFiltered ? (
				<EmptyState icon={MessagesSquare} title={say("conversation.emptyFiltered")} />
			) : (
				<EmptyState icon={MessagesSquare} title={say("conversation.empty")} text={say("conversation.emptyHint")} />
			)}
		</div>
	);
}
