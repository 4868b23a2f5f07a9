/**
 * Starts and stops the built-in broker. Both may be called at any time and in any order: they run one after another, and each answers
 * for the state that it found or made. Sessions and retained messages live until the stop.
 */
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { LocalBrokerState } from "../../../shared/model/local-broker.ts";
import { formatSystemError } from "../format-system-error.ts";
import type { Log } from "../ports.ts";
import { LOOPBACK } from "./listen-on-loopback.ts";
import type { LocalBroker } from "./local-broker.ts";
import { type BrokerListeners, openListeners } from "./open-listeners.ts";

export interface LocalBrokerOptions {
	readonly log: Log;
	/** Tried first; 0 = any free one. */
	readonly tcpPort?: number;
	readonly webSocketPort?: number;
}

type Addresses = { readonly host: string; readonly tcpPort: number; readonly webSocketPort: number };

export function createLocalBroker({ log, tcpPort = 1883, webSocketPort = 8083 }: LocalBrokerOptions): LocalBroker {
	const listeners = new Set<(state: LocalBrokerState) => void>();
	let state: LocalBrokerState = { kind: "stopped" };
	let open: BrokerListeners | null = null;
	/** Where it was found last: connections that were made to it find it there again. */
	let ports = { tcpPort, webSocketPort };
	let last: Promise<unknown> = Promise.resolve();
	const tell = (next: LocalBrokerState) => {
		state = next;
		for (const listener of listeners) listener(next);
	};
	const inTurn = <Value>(step: () => Promise<Value>): Promise<Value> => {
		const done = last.then(step);
		last = done.catch(() => undefined);
		return done;
	};

	const start = async (): Promise<Result<Addresses>> => {
		if (open !== null) return { ok: true, value: readAddresses(open) };
		tell({ kind: "starting" });
		try {
			const opened = await openListeners({ log, ...ports, onClients: () => tellRunning(opened) });
			open = opened;
			ports = { tcpPort: opened.tcpPort, webSocketPort: opened.webSocketPort };
			log.write("info", "local-broker-started", readAddresses(opened));
			tellRunning(opened);
			return { ok: true, value: readAddresses(opened) };
		} catch (error) {
			const failure = createFailure("broker-not-started", { cause: formatSystemError(error) });
			log.write("warning", failure.code, failure.detail);
			tell({ kind: "failed", failure });
			return { ok: false, failure };
		}
	};
	const tellRunning = (opened: BrokerListeners) => {
		if (open === opened) tell({ kind: "running", ...readAddresses(opened), clients: opened.clients });
	};
	const stop = async (): Promise<void> => {
		const opened = open;
		open = null;
		await opened?.close();
		if (opened !== null) log.write("info", "local-broker-stopped");
		if (state.kind !== "stopped") tell({ kind: "stopped" });
	};

	return {
		get state() {
			return state;
		},
		onState(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		start: () => inTurn(start),
		stop: () => inTurn(stop),
	};
}

function readAddresses({ tcpPort, webSocketPort }: BrokerListeners): Addresses {
	return { host: LOOPBACK, tcpPort, webSocketPort };
}
