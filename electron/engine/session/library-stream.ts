import { Duplex } from "node:stream";

/**
 * What the library takes for its socket: our end gives it whole, checked frames and takes its bytes. It never sees a delivery, never
 * sees a broken packet, and never holds the real socket.
 */
export class LibraryStream extends Duplex {
	readonly #send: (bytes: Buffer) => void;

	constructor(send: (bytes: Buffer) => void) {
		super({ allowHalfOpen: false });
		this.#send = send;
	}

	override _read(): void {}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
		this.#send(chunk);
		done();
	}

	/** The library corks and writes a packet field by field; it goes out as one. */
	override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void): void {
		this.#send(Buffer.concat(chunks.map(({ chunk }) => (typeof chunk === "string" ? Buffer.from(chunk) : chunk))));
		done();
	}
}
