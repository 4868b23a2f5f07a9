/** What the engine needs of the world around it. A host brings these; tests bring others. */

export interface Clock {
	/** Milliseconds since the epoch, with a fraction, never going back. */
	now(): number;
}

/** Secrets by key. In the browser mode they are in memory only. */
export interface Vault {
	readonly survivesRestart: boolean;
	read(key: string): Promise<string | null>;
	write(key: string, secret: string): Promise<void>;
	remove(key: string): Promise<void>;
}

/** Typed fields only, so that no secret and no payload can slip in with a text. */
export interface Log {
	write(level: "info" | "warning" | "error", event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

export interface EnginePorts {
	/** An existing folder that this process may write, and that no other engine uses. */
	readonly dataFolder: string;
	readonly version: string;
	readonly clock: Clock;
	readonly vault: Vault;
	readonly log: Log;
	/** Which proxy the operating system names for an address, as a proxy script says it (`PROXY host:port; DIRECT`); absent where the host cannot ask. */
	readonly resolveSystemProxy?: (url: string) => Promise<string>;
	/** URL of the built history worker's file. */
	readonly historyWorker: URL;
}
