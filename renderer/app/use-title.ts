import { useEffect } from "react";
import { useStore } from "zustand";
import { useLanguage } from "../i18n/use-language.ts";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";

const MOST_SHOWN = 9999;

/** What waits to be read stands in the window's title, where it is seen from elsewhere. */
export function useTitle(): void {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const unread = useStore(stores.connections, (state) =>
		[...state.activities.values()].reduce((sum, activity) => sum + activity.unread, 0),
	);
	useEffect(() => {
		const number = `${Math.min(unread, MOST_SHOWN).toLocaleString(language)}${unread > MOST_SHOWN ? "+" : ""}`;
		document.title = unread === 0 ? say("app.name") : `(${number}) ${say("app.name")}`;
	}, [unread, language, say]);
}
