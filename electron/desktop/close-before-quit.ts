import { app } from "electron";

/** Longer than the engine needs to say goodbye to its brokers; a quit that hangs would be ended by force. */
const LIMIT_MS = 8_000;

/** Holds the app's end up, once, until what is open has been closed in order. */
export function closeBeforeQuit(close: () => Promise<void>): void {
	let state: "open" | "closing" | "closed" = "open";
	const finish = () => {
		if (state === "closed") return;
		state = "closed";
		app.quit();
	};
	app.on("will-quit", (event) => {
		if (state === "closed") return;
		event.preventDefault();
		if (state === "closing") return;
		state = "closing";
		close().then(finish, finish);
		setTimeout(finish, LIMIT_MS);
	});
}
