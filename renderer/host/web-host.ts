/**
 * The host in a browser: gets in with the code of the address or with the token of an earlier visit, keeps a socket to the engine, and
 * comes back by itself when the engine was away. Without a code and a token that count it waits for the person to bring one.
 */
import { ENGINE_LINK_OPTIONS, openEngineLink } from "../../shared/contract/open-engine-link.ts";
import { createLink } from "../../shared/link/create-link.ts";
import type { Link } from "../../shared/link/link.ts";
import { createPause } from "./create-pause.ts";
import { exchangeSession } from "./exchange-session.ts";
import type { Access, Host } from "./host.ts";
import { readCode } from "./read-code.ts";
import { openSocketWire } from "./socket-wire.ts";
import { createTokenStore } from "./token-store.ts";
import { writeClipboard } from "./write-clipboard.ts";

const SHORTEST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5000;

export function openWebHost(): Host {
	const link = createLink(ENGINE_LINK_OPTIONS);
	const tokens = createTokenStore();
	const pause = createPause();
	const accessListeners = new Set<(state: Access) => void>();
	let access: Access = { kind: "granted" };
	let code = takeCodeFromAddress();

	const setAccess = (next: Access) => {
		access = next;
		for (const listener of [...accessListeners]) listener(next);
	};
	const enter = (text: string) => {
		const entered = readCode(text);
		if (entered === null) {
			setAccess({ kind: "needs-code", wasRefused: true });
			return;
		}
		code = entered;
		pause.end();
	};
	/** The token to open a socket with; null = there is none yet, and the next step was waited for. */
	const readToken = async (delayMs: number): Promise<string | null> => {
		let wasRefused = false;
		if (code !== null) {
			const exchange = await exchangeSession({ code });
			if (exchange.kind === "away") {
				await pause.wait(delayMs);
				return null;
			}
			code = null;
			if (exchange.kind === "granted") tokens.write(exchange.token);
			wasRefused = exchange.kind === "refused";
		}
		const token = tokens.read();
		if (token !== null) return token;
		setAccess({ kind: "needs-code", wasRefused });
		await pause.wait(null);
		return null;
	};
	const keepLinked = async () => {
		let delayMs = SHORTEST_DELAY_MS;
		while (!isFinal(link)) {
			const token = await readToken(delayMs);
			if (token === null) {
				delayMs = grow(delayMs);
				continue;
			}
			const wire = await openSocketWire(`ws://${location.host}/link`, ["parley", `parley.token.${token}`]);
			if (wire !== null) {
				delayMs = SHORTEST_DELAY_MS;
				setAccess({ kind: "granted" });
				link.attach(wire);
				await new Promise<void>((resolve) => wire.onClose(resolve));
			} else if ((await exchangeSession({ token })).kind === "refused") {
				// A browser does not tell a page why a socket was refused, so that it has to be asked for.
				if (tokens.read() === token) tokens.write(null);
				continue;
			}
			if (code === null && !isFinal(link)) await pause.wait(delayMs);
			delayMs = grow(delayMs);
		}
	};

	// An address with a new code that is pasted over this one changes the fragment only, and loads nothing.
	addEventListener("hashchange", () => {
		const pasted = takeCodeFromAddress();
		if (pasted !== null) enter(pasted);
	});
	tokens.onChange(pause.end);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible" && access.kind === "granted") pause.end();
	});
	void keepLinked();

	return {
		link: openEngineLink(link),
		access: {
			get state() {
				return access;
			},
			onState: (listener) => {
				accessListeners.add(listener);
				return () => accessListeners.delete(listener);
			},
			enter,
		},
		can: { showDataFolder: false, takeEveryKey: false },
		clipboard: { writeText: writeClipboard },
	};
}

/** No further wire would be taken. A link whose wire has ended is closed too, but not for good. */
function isFinal(link: Link): boolean {
	return link.state.kind === "stale";
}

function grow(delayMs: number): number {
	return Math.min(delayMs * 2 * (0.8 + Math.random() * 0.4), LONGEST_DELAY_MS);
}

/** Removed from the address bar at once: the code is spent in a moment, and should be in no bookmark and no screenshot. */
function takeCodeFromAddress(): string | null {
	if (!location.hash.startsWith("#code=")) return null;
	const code = readCode(location.hash);
	history.replaceState(null, "", location.pathname + location.search);
	return code;
}
