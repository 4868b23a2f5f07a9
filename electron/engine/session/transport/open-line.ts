/** The socket that everything else is spoken over: to the broker itself or through a proxy, encrypted and judged where it has to be. */
import net from "node:net";
import tls from "node:tls";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { selectNetworkFailure } from "../select-network-failure.ts";
import { judgeServer } from "./judge-server.ts";
import { openThroughProxy } from "./open-through-proxy.ts";
import { readProxy } from "./read-proxy.ts";
import { selectTlsOptions } from "./select-tls-options.ts";
import type { TransportOptions } from "./transport.ts";
import { type SocketWait, waitForSocket } from "./wait-for-socket.ts";
import type { StreamReading } from "./wrap-stream.ts";

/** One read of the socket takes at most this much; memory for each open connection. */
const READ_BYTES = 131_072;
const TCP_KEEP_ALIVE_MS = 30_000;

export interface Line {
	readonly socket: net.Socket;
	readonly reading: StreamReading;
}

export type LineOutcome = { readonly ok: true; readonly value: Line } | { readonly ok: false; readonly failure: Failure };

export interface LineOptions extends TransportOptions {
	readonly isEncrypted: boolean;
	/** Whether reads may bypass the stream's events, for those who listen to nothing else. */
	readonly readsDirectly: boolean;
}

export async function openLine(options: LineOptions): Promise<LineOutcome> {
	const { profile, secrets, signal, onPhase, isEncrypted } = options;
	const { host, port } = profile;
	const secure = isEncrypted ? selectTlsOptions(profile, secrets) : null;
	if (secure?.ok === false) return secure;
	const proxy = await readProxy(options);
	if (!proxy.ok) return proxy;
	if (signal.aborted) return { ok: false, failure: createFailure("aborted") };

	let reading: StreamReading | null = null;
	let socket: net.Socket;
	try {
		if (proxy.value === null) {
			onPhase("tcp");
			const direct = options.readsDirectly ? createDirectReading() : null;
			reading = direct?.reading ?? null;
			const target = { host, port, ...(direct === null ? {} : { onread: direct.onread }) };
			socket = secure === null ? net.connect(target) : tls.connect({ ...secure.value, ...target } as tls.ConnectionOptions);
			if (secure !== null) socket.once("connect", () => onPhase("tls"));
		} else {
			const way = await openThroughProxy(proxy.value, options);
			if (!way.ok) return way;
			socket = way.value;
			if (secure !== null) {
				onPhase("tls");
				socket = tls.connect({ ...secure.value, socket });
			}
		}
	} catch (error) {
		// A name or a list that no handshake can carry.
		const cause = error instanceof Error && "code" in error ? String(error.code) : "options";
		return { ok: false, failure: createFailure("tls-failed", { cause }) };
	}
	if (secure !== null || proxy.value === null) {
		const wait = await waitForSocket(socket, secure === null ? "connect" : "secureConnect", signal);
		if (wait.kind !== "ready") return { ok: false, failure: selectWaitFailure(wait, options) };
	}
	const refusal = socket instanceof tls.TLSSocket ? judgeServer(socket, profile) : null;
	if (refusal !== null) {
		socket.destroy();
		return { ok: false, failure: refusal };
	}
	socket.setNoDelay(true);
	socket.setKeepAlive(true, TCP_KEEP_ALIVE_MS);
	return { ok: true, value: { socket, reading: reading ?? createEventReading(socket) } };
}

/** A server that hangs up on a TLS greeting without a word of TLS most likely speaks none. */
function selectWaitFailure(wait: Exclude<SocketWait, { kind: "ready" }>, { profile, isEncrypted }: LineOptions): Failure {
	const { host, port } = profile;
	if (wait.kind === "aborted") return createFailure("aborted");
	const isCut = wait.kind === "closed" || wait.error.code === "ECONNRESET" || wait.error.code === "EPIPE";
	if (isCut) return createFailure(isEncrypted ? "tls-to-plain-port" : "closed-before-connack", { host, port });
	return selectNetworkFailure(wait.error, profile);
}

/** All reads into one piece of memory, without a stream's events. */
function createDirectReading() {
	let onChunk: (chunk: Buffer) => void = () => {};
	const onread = {
		buffer: Buffer.allocUnsafe(READ_BYTES),
		callback: (bytes: number, buffer: Uint8Array) => {
			onChunk(Buffer.from(buffer.buffer, buffer.byteOffset, bytes));
			return true;
		},
	};
	const attach = (listener: (chunk: Buffer) => void) => {
		onChunk = listener;
	};
	return { onread, reading: { readsDirectly: true, attach } };
}

function createEventReading(socket: net.Socket): StreamReading {
	return { readsDirectly: false, attach: (onChunk) => void socket.on("data", onChunk) };
}
