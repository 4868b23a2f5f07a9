import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { ConnectionSecrets } from "../../../../shared/model/secret.ts";

/** An open way to a broker, whatever it is made of: bytes out, chunks in, and the power to stop reading at once. */
export interface Transport {
	/** Takes the bytes over; false = wait for `onDrain` before writing more. */
	write(bytes: Uint8Array): boolean;
	/** Writes the last bytes and says that nothing follows. */
	end(bytes: Uint8Array): void;
	/** Stops reading from the network, not merely handing on. */
	pause(): void;
	resume(): void;
	/** Destroys the socket. Nothing is reported any more. */
	cut(): void;
	/** Begins to read; again, and others hear what comes from then on. */
	listen(listeners: TransportListeners): void;
	/** Whether small reads come one for each message, so that waiting for more before reading on is worth while. */
	readonly readsDirectly: boolean;
}

export interface TransportListeners {
	/** Valid during the call alone: the next read fills the same memory. */
	readonly onChunk: (chunk: Buffer) => void;
	readonly onDrain: () => void;
	/** Once. null = the other side ended in good order. */
	readonly onClose: (error: NodeJS.ErrnoException | null) => void;
}

export type TransportOutcome =
	| { readonly ok: true; readonly value: Transport }
	/** Aborted attempts say `aborted`. */
	| { readonly ok: false; readonly failure: Failure };

/** How far an attempt has come: what it is waiting for. */
export type TransportPhase = "tcp" | "proxy" | "tls" | "websocket" | "connack";

export interface TransportOptions {
	readonly profile: ConnectionProfile;
	readonly secrets: ConnectionSecrets;
	readonly signal: AbortSignal;
	readonly onPhase: (phase: TransportPhase) => void;
	/** What the operating system would do for this address, in the words of a proxy script (`PROXY host:port; DIRECT`), where the host can ask it. */
	readonly resolveSystemProxy?: ((url: string) => Promise<string>) | undefined;
}
