import { ENGINE_LINK_OPTIONS, openEngineLink } from "../../shared/contract/open-engine-link.ts";
import { createLink } from "../../shared/link/create-link.ts";
import type { Host } from "./host.ts";
import { openPortWire } from "./port-wire.ts";
import { writeClipboard } from "./write-clipboard.ts";

/** What the preload script says when it hands over the port. */
const PORT_MESSAGE = "parley-port";

/** The host inside the desktop app: the preload script of this very window brings a port, and a new one where the engine was restarted. */
export function openDesktopHost(): Host {
	const link = createLink(ENGINE_LINK_OPTIONS);
	window.addEventListener("message", (event) => {
		if (event.source !== window || event.origin !== location.origin || event.data !== PORT_MESSAGE) return;
		const [port] = event.ports;
		if (port !== undefined) link.attach(openPortWire(port));
	});
	return {
		link: openEngineLink(link),
		access: { state: { kind: "granted" }, onState: () => () => {}, enter: () => {} },
		can: { showDataFolder: false, takeEveryKey: true },
		clipboard: { writeText: writeClipboard },
	};
}
