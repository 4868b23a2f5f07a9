/**
 * Connects, when the engine starts, what is to connect by itself. One after another: a thousand handshakes at the same instant would keep
 * everything else waiting, and look like an attack to a broker.
 */
import type { ConnectionList } from "./connection-list.ts";

/** Forty in a second: nobody waits for a handful, and a thousand are there within half a minute. */
const INTERVAL_MS = 25;

export function startConnections(list: ConnectionList): { stop(): void } {
	const waiting = [...list.all].filter(({ profile }) => profile.connectAtStart).map(({ profile }) => profile.id);
	let timer: NodeJS.Timeout | undefined;
	const next = () => {
		const id = waiting.shift();
		if (id === undefined) return;
		const connection = list.find(id);
		// Meanwhile it may have been deleted, or changed, or connected by hand.
		if (connection?.profile.connectAtStart === true && connection.session.state.kind === "idle") connection.session.connect();
		timer = setTimeout(next, INTERVAL_MS);
	};
	next();
	return { stop: () => clearTimeout(timer) };
}
