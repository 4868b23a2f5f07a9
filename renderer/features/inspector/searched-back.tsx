import { formatFailure } from "../../i18n/format-failure.ts";
import { formatExactTime } from "../../i18n/format-time.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./searched-back.module.css";
import type { TopicSearch } from "./use-topic-search.ts";

/** How far back a search for a topic has come, and the way to go on. */
export function SearchedBack({ search, continueLabel }: { readonly search: TopicSearch; readonly continueLabel: string }) {
	const say = useText();
	const { failure, isSearching, reachesStart, searchedToAt } = search;
	if (reachesStart) return null;
	const trouble = failure === null ? null : formatFailure(say, failure);
	return (
		<div className={styles["searched"]}>
			<p role={trouble === null ? "status" : "alert"}>
				{trouble !== null
					? `${trouble.message} ${trouble.hint}`
					: isSearching
						? say("inspector.searching")
						: searchedToAt === null
							? ""
							: say("inspector.searchedTo", { time: formatExactTime(searchedToAt) })}
			</p>
			<Button size="small" disabled={isSearching} onPress={search.searchOn}>
				{continueLabel}
			</Button>
		</div>
	);
}
