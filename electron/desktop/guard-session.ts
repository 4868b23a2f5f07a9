import { app, type Session } from "electron";
import { isOwnBlob, isPage } from "./page-scheme.ts";

/** The page may write to the clipboard, as a person's click asks it to. Nothing else that a browser would ask about. */
const ALLOWED = "clipboard-sanitized-write";

export function guardSession(session: Session): void {
	session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED);
	session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED));
	session.setDevicePermissionHandler(() => false);
	// What the page saves it has put together itself; the system then asks where to. Nothing comes in from elsewhere.
	session.on("will-download", (event, item) => {
		if (!isOwnBlob(item.getURL())) event.preventDefault();
	});
}

/** Whatever contents come to be, wanted or not: they may load our page again, go nowhere else, open nothing and embed nothing. */
export function guardContents(): void {
	const stay = (event: { readonly url: string; preventDefault(): void }) => {
		if (!isPage(event.url)) event.preventDefault();
	};
	app.on("web-contents-created", (_event, contents) => {
		contents.on("will-navigate", stay);
		contents.on("will-frame-navigate", stay);
		contents.on("will-redirect", stay);
		contents.on("will-attach-webview", (event) => event.preventDefault());
		contents.setWindowOpenHandler(() => ({ action: "deny" }));
	});
}
