import { useEffect } from "react";
import { useStore } from "zustand";
import { useStores } from "../state/use-stores.ts";

/** What waits to be read stands in the window's title, where it is seen from elsewhere. */
export function useTitle(): void {
	const stores = useStores();
	const unread = useStore(stores.connections, (state) =>
		[...state.activities.values()].reduce((sum, activity) => sum + activity.unread, 0),
	);
	useEffect(() => {
		document.title = unread === 0 ? "Parley" : `(${unread > 9999 ? "9999+" : unread}) Parley`;
	}, [unread]);
}
