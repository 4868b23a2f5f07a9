/**
 * The asking side. What is asked before a wire has said hello waits for it; what is under way when a wire ends answers `link-closed`;
 * open feeds are asked for again on the next wire. The words of its failures are its maker's: nothing of the product is known here.
 */
import type { FeedListener, Link, LinkState, OpenFeed } from "./link.ts";
import type { Frame, LinkFailure, Outcome, Wire } from "./wire.ts";

export type LinkTrouble =
	| { readonly code: "link-closed" }
	| { readonly code: "aborted" }
	| { readonly code: "stale-page"; readonly page: string; readonly engine: string };

export interface LinkOptions {
	/** Must equal that of the answering side. */
	readonly version: string;
	readonly describe: (trouble: LinkTrouble) => LinkFailure;
}

interface PendingRequest {
	readonly name: string;
	readonly input: unknown;
	readonly settle: (outcome: Outcome<unknown>) => void;
}

interface AskedFeed {
	readonly name: string;
	readonly input: unknown;
	readonly listener: FeedListener<unknown>;
	/** A batch has come on this wire that is not paid yet; what is paid for an earlier wire's batch must not count twice. */
	isUnpaid: boolean;
}

export function createLink(options: LinkOptions): Link {
	const requests = new Map<number, PendingRequest>();
	const feeds = new Map<number, AskedFeed>();
	const stateListeners = new Set<(state: LinkState) => void>();
	let state: LinkState = { kind: "connecting" };
	let wire: Wire | null = null;
	let isOver = false;
	let lastId = 0;

	const setState = (next: LinkState) => {
		state = next;
		for (const listener of [...stateListeners]) listener(next);
	};
	const send = (frame: Frame) => {
		if (state.kind === "open") wire?.send(frame);
	};
	const fail = (trouble: LinkTrouble): Outcome<never> => ({ ok: false, failure: options.describe(trouble) });
	const readTrouble = (): LinkTrouble =>
		state.kind === "stale" ? { code: "stale-page", page: state.own, engine: state.other } : { code: "link-closed" };
	const settleAll = () => {
		const unsettled = [...requests.values()];
		requests.clear();
		for (const request of unsettled) request.settle(fail(readTrouble()));
	};
	const askFeed = (id: number, feed: AskedFeed) => {
		feed.isUnpaid = false;
		send({ type: "feed", id, name: feed.name, input: feed.input, credit: 1 });
	};
	const greet = (version: string) => {
		if (version !== options.version) {
			setState({ kind: "stale", own: options.version, other: version });
			settleAll();
			wire?.close();
			const ended = [...feeds.values()];
			feeds.clear();
			for (const feed of ended) feed.listener.onEnd(options.describe(readTrouble()));
			return;
		}
		setState({ kind: "open" });
		for (const [id, request] of requests) send({ type: "request", id, name: request.name, input: request.input });
		for (const [id, feed] of feeds) askFeed(id, feed);
	};
	const receive = (frame: Frame) => {
		if (state.kind !== "open") {
			if (frame.type === "hello") greet(frame.version);
			else wire?.close();
			return;
		}
		switch (frame.type) {
			case "reply": {
				const request = requests.get(frame.id);
				requests.delete(frame.id);
				request?.settle(frame.outcome);
				return;
			}
			case "batch": {
				const feed = feeds.get(frame.id);
				if (feed === undefined) return;
				feed.isUnpaid = true;
				feed.listener.onBatch(frame.batch);
				return;
			}
			case "end": {
				const feed = feeds.get(frame.id);
				feeds.delete(frame.id);
				feed?.listener.onEnd(frame.failure);
				return;
			}
			default:
				wire?.close();
		}
	};

	return {
		get state() {
			return state;
		},
		onState: (listener) => {
			stateListeners.add(listener);
			return () => stateListeners.delete(listener);
		},
		attach: (next) => {
			if (isOver || state.kind === "stale") {
				next.close();
				return;
			}
			const previous = wire;
			wire = next;
			if (previous !== null) {
				previous.close();
				settleAll();
			}
			setState({ kind: "connecting" });
			next.onFrame((frame) => {
				if (wire === next) receive(frame);
			});
			next.onClose(() => {
				if (wire !== next) return;
				wire = null;
				if (state.kind !== "stale") setState({ kind: "closed" });
				settleAll();
			});
			next.send({ type: "hello", version: options.version });
		},
		request: (name, input, signal) => {
			if (signal?.aborted === true) return Promise.resolve(fail({ code: "aborted" }));
			if (state.kind === "closed" || state.kind === "stale") return Promise.resolve(fail(readTrouble()));
			lastId += 1;
			const id = lastId;
			send({ type: "request", id, name, input });
			return new Promise((resolve) => {
				const abort = () => {
					if (!requests.delete(id)) return;
					send({ type: "abort", id });
					resolve(fail({ code: "aborted" }));
				};
				const settle = (outcome: Outcome<unknown>) => {
					signal?.removeEventListener("abort", abort);
					resolve(outcome);
				};
				requests.set(id, { name, input, settle });
				signal?.addEventListener("abort", abort, { once: true });
			});
		},
		openFeed: (name, input, listener): OpenFeed => {
			lastId += 1;
			const id = lastId;
			if (state.kind === "stale" || isOver) {
				const failure = options.describe(readTrouble());
				queueMicrotask(() => listener.onEnd(failure));
				return { pay: () => {}, close: () => {} };
			}
			const feed: AskedFeed = { name, input, listener, isUnpaid: false };
			feeds.set(id, feed);
			askFeed(id, feed);
			return {
				pay: () => {
					if (!feed.isUnpaid || !feeds.has(id)) return;
					feed.isUnpaid = false;
					send({ type: "credit", id, amount: 1 });
				},
				close: () => {
					if (feeds.delete(id)) send({ type: "leave", id });
				},
			};
		},
		close: () => {
			if (isOver) return;
			isOver = true;
			feeds.clear();
			if (state.kind !== "stale") setState({ kind: "closed" });
			wire?.close();
			wire = null;
			settleAll();
		},
	};
}
