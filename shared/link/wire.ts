/**
 * The one thing that a host has to bring: a pipe that carries frames whole, in order, both ways. Ids, abort, errors, credit and the
 * version hello live above it, once (`create-link.ts`, `serve-link.ts`). Frames hold plain data and Uint8Array only.
 */
export interface Wire {
	send(frame: Frame): void;
	/** One listener; frames that came before it was set are kept for it. */
	onFrame(listener: (frame: Frame) => void): void;
	/** Called once, however the wire ends; at once where it has ended already. */
	onClose(listener: () => void): void;
	close(): void;
}

/** Trouble as data, as far as the link must know it. The product's own failures carry more. */
export interface LinkFailure {
	readonly code: string;
	readonly message: string;
	readonly hint: string;
}

export type Outcome<Value, Trouble extends LinkFailure = LinkFailure> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: Trouble };

/**
 * What goes over a wire. `hello` is each side's first frame. A feed's side that answers sends a batch only against credit, and the
 * side that asks pays credit back when it has painted; so nothing queues up behind a slow page.
 */
export type Frame =
	| { readonly type: "hello"; readonly version: string }
	| { readonly type: "request"; readonly id: number; readonly name: string; readonly input: unknown }
	| { readonly type: "abort"; readonly id: number }
	| { readonly type: "reply"; readonly id: number; readonly outcome: Outcome<unknown> }
	| { readonly type: "feed"; readonly id: number; readonly name: string; readonly input: unknown; readonly credit: number }
	| { readonly type: "credit"; readonly id: number; readonly amount: number }
	| { readonly type: "batch"; readonly id: number; readonly batch: unknown }
	/** From the side that answers: the feed is over. */
	| { readonly type: "end"; readonly id: number; readonly failure: LinkFailure }
	/** From the side that asks: not wanted any more. */
	| { readonly type: "leave"; readonly id: number };
