/** `mqtt` and `mqtts`. */
import net from "node:net";
import tls from "node:tls";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import { selectNetworkFailure } from "../select-network-failure.ts";
import { selectTlsOptions } from "./select-tls-options.ts";
import type { TransportOutcome } from "./transport.ts";
import { wrapStream } from "./wrap-stream.ts";

/** One read of the socket takes at most this much; memory for each open connection. */
const READ_BYTES = 131_072;
const TCP_KEEP_ALIVE_MS = 30_000;

export function openSocket(profile: ConnectionProfile, signal: AbortSignal): Promise<TransportOutcome> {
	let onChunk: (chunk: Buffer) => void = () => {};
	const onread = {
		buffer: Buffer.allocUnsafe(READ_BYTES),
		callback: (bytes: number, buffer: Uint8Array) => {
			onChunk(Buffer.from(buffer.buffer, buffer.byteOffset, bytes));
			return true;
		},
	};
	const { host, port } = profile;
	const isTls = profile.protocol === "mqtts";
	return new Promise((resolve) => {
		let socket: net.Socket;
		try {
			socket = isTls
				? tls.connect({ ...selectTlsOptions(profile), host, port, onread } as tls.ConnectionOptions)
				: net.connect({ host, port, onread });
		} catch (error) {
			const cause = error instanceof Error && "code" in error ? String(error.code) : "certificate";
			resolve({ ok: false, failure: createFailure("tls-failed", { cause }) });
			return;
		}
		socket.setNoDelay(true);
		socket.setKeepAlive(true, TCP_KEEP_ALIVE_MS);
		const settle = (outcome: TransportOutcome) => {
			signal.removeEventListener("abort", abort);
			socket.off("error", fail).off("close", closed);
			resolve(outcome);
		};
		const giveUp = (outcome: TransportOutcome) => {
			settle(outcome);
			socket.on("error", () => {});
			socket.destroy();
		};
		const abort = () => giveUp({ ok: false, failure: createFailure("aborted") });
		const fail = (error: NodeJS.ErrnoException) => giveUp({ ok: false, failure: selectTroubleFailure(error, profile) });
		const closed = () =>
			giveUp({ ok: false, failure: createFailure(isTls ? "tls-to-plain-port" : "closed-before-connack", { host, port }) });
		signal.addEventListener("abort", abort, { once: true });
		socket.once("error", fail);
		socket.once("close", closed);
		socket.once(isTls ? "secureConnect" : "connect", () => {
			const attach = (listener: (chunk: Buffer) => void) => {
				onChunk = listener;
			};
			settle({ ok: true, value: wrapStream(socket, { readsDirectly: true, attach }) });
		});
	});
}

/** A server that hangs up on a TLS greeting without a word of TLS most likely speaks none. */
function selectTroubleFailure(error: NodeJS.ErrnoException, profile: ConnectionProfile) {
	const { host, port } = profile;
	if (profile.protocol === "mqtts" && error.code === "ECONNRESET") return createFailure("tls-to-plain-port", { host, port });
	return selectNetworkFailure(error, profile);
}
