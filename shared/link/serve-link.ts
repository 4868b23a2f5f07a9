/**
 * The answering side of one wire. It hands names and inputs to one dispatch and knows nothing about them. Whatever the other side
 * sends, nothing is thrown out of here: what no honest page would send closes the wire.
 */

import { type FeedPump, openFeedPump } from "./feed-pump.ts";
import type { FeedSource } from "./feed-source.ts";
import type { Frame, LinkFailure, Outcome, Wire } from "./wire.ts";

export interface LinkDispatch {
	readonly version: string;
	/** Expected trouble is an Outcome; what it throws goes to `onBug`. The signal tells that nobody waits any more. */
	request(name: string, input: unknown, signal: AbortSignal): Promise<Outcome<unknown>> | Outcome<unknown>;
	/** `wake` may be called from here on, also before this has returned. */
	openFeed(name: string, input: unknown, wake: () => void): Outcome<FeedSource<unknown>>;
	/** Notes a thrown error down, and says what to answer. */
	onBug(error: unknown, name: string): LinkFailure;
}

/** Serves until the wire ends; `close` ends it. */
export function serveLink(wire: Wire, dispatch: LinkDispatch): { close(): void } {
	const requests = new Map<number, AbortController>();
	const feeds = new Map<number, FeedPump>();
	let isGreeted = false;
	let isClosed = false;

	const end = () => {
		isClosed = true;
		for (const controller of requests.values()) controller.abort();
		for (const feed of feeds.values()) feed.close();
		requests.clear();
		feeds.clear();
	};

	const answer = async (id: number, name: string, input: unknown) => {
		const controller = new AbortController();
		requests.set(id, controller);
		const reply = (outcome: Outcome<unknown>) => {
			if (isClosed || controller.signal.aborted) return;
			wire.send({ type: "reply", id, outcome });
		};
		try {
			reply(await dispatch.request(name, input, controller.signal));
		} catch (error) {
			// Also where the answer holds something that no wire can carry. A handler that throws because it was told to stop is no bug.
			if (!controller.signal.aborted) reply({ ok: false, failure: dispatch.onBug(error, name) });
		} finally {
			requests.delete(id);
		}
	};

	const openFeed = (id: number, name: string, input: unknown, credit: number) => {
		const pump = openFeedPump({
			credit,
			open: (wake) => dispatch.openFeed(name, input, wake),
			send: (batch) => wire.send({ type: "batch", id, batch }),
			onEnd: (failure) => {
				feeds.delete(id);
				if (!isClosed) wire.send({ type: "end", id, failure });
			},
			onBug: (error) => dispatch.onBug(error, name),
		});
		if (pump !== null) feeds.set(id, pump);
	};

	const receive = (frame: Frame) => {
		if (frame.type === "hello") {
			if (isGreeted) wire.close();
			// Another version gets our hello, by which it knows; it is given nothing else, and goes by itself.
			isGreeted = frame.version === dispatch.version;
			return;
		}
		if (!isGreeted) return;
		switch (frame.type) {
			case "request":
				if (requests.has(frame.id)) wire.close();
				else void answer(frame.id, frame.name, frame.input);
				return;
			case "abort":
				requests.get(frame.id)?.abort();
				return;
			case "feed":
				if (feeds.has(frame.id)) wire.close();
				else openFeed(frame.id, frame.name, frame.input, frame.credit);
				return;
			case "credit":
				feeds.get(frame.id)?.addCredit(frame.amount);
				return;
			case "leave":
				feeds.get(frame.id)?.close();
				feeds.delete(frame.id);
				return;
			default:
				wire.close();
		}
	};

	wire.send({ type: "hello", version: dispatch.version });
	wire.onFrame((frame) => {
		if (!isClosed) receive(frame);
	});
	wire.onClose(end);
	return { close: () => wire.close() };
}
