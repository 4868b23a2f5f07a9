import { useEffect } from "react";
import { useActionContext } from "../../../actions/use-action.ts";

/** At most so often, whatever arrives. */
const PAUSE_MS = 350;

/** Tells the engine what has been seen: everything, while the reader is at the end of a page that can be seen. */
export function useMarkRead(connectionId: string): void {
	const { stores, host } = useActionContext();
	useEffect(() => {
		let told = -1;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tellNow = () => {
			const { window, connectionId: shown } = stores.conversation.getState();
			if (shown !== connectionId || window === null || !window.follows || document.hidden) return false;
			const seq = window.totals.lastSeq;
			if (seq === told || seq === 0) return false;
			told = seq;
			void host.link.request("connection.markRead", { id: connectionId, seq });
			return true;
		};
		const tell = () => {
			timer = tellNow() ? setTimeout(tell, PAUSE_MS) : undefined;
		};
		const consider = () => {
			timer ??= setTimeout(tell, 0);
		};
		const leave = stores.conversation.subscribe(consider);
		document.addEventListener("visibilitychange", consider);
		consider();
		return () => {
			leave();
			document.removeEventListener("visibilitychange", consider);
			clearTimeout(timer);
			// What came since the last time was seen too.
			tellNow();
		};
	}, [connectionId, host, stores]);
}
