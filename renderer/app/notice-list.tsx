import { useStore } from "zustand";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import { NoticeCard } from "./notice-card.tsx";
import styles from "./notice-list.module.css";

/** What is told once, over everything else, at the lower left. The region is always there, so that what comes into it is heard. */
export function NoticeList() {
	const say = useText();
	const stores = useStores();
	const notices = useStore(stores.notices, (state) => state.notices);
	return (
		<section className={styles["list"]} aria-label={say("app.notices")} aria-live="polite">
			{notices.map((notice) => (
				<NoticeCard key={notice.id} notice={notice} />
			))}
		</section>
	);
}
