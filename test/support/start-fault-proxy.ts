/**
 * A TCP proxy that does to connections what networks do: cuts them in the middle of a packet, closes one half, falls silent, passes
 * bytes on one by one. What it does to which connection is the caller's to say.
 */
import { connect, createServer, type Socket } from "node:net";

export interface Fault {
	/** How it ends; `null` = it lasts. */
	readonly cut: null | {
		/** `half-close`: the client is told that nothing more comes, and may speak on. `stall`: from then on nothing passes either way. */
		readonly kind: "reset" | "close" | "half-close" | "stall";
		/** After this many bytes from the broker, or to it. */
		readonly direction: "from" | "to";
		readonly afterBytes: number;
	};
	/** Every byte is a packet of its own. */
	readonly splits: boolean;
}

export interface FaultProxy {
	readonly port: number;
	readonly connections: number;
	/** From now on nothing passes, and nobody is told. */
	silence(): void;
	close(): Promise<void>;
}

export async function startFaultProxy(
	target: { readonly port: number },
	selectFault: (index: number) => Fault,
): Promise<FaultProxy> {
	const sockets = new Set<Socket>();
	let connections = 0;
	const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
		const fault = selectFault(connections++);
		const broker = connect({ port: target.port, host: "127.0.0.1", noDelay: true });
		for (const socket of [client, broker]) {
			sockets.add(socket);
			socket.on("error", () => {});
			socket.once("close", () => {
				sockets.delete(socket);
				client.destroy();
				broker.destroy();
			});
		}
		const line = { client, broker };
		pipe(line, client, broker, fault, "to");
		pipe(line, broker, client, fault, "from");
	});
	const port = await new Promise<number>((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			resolve(address === null || typeof address === "string" ? 0 : address.port);
		});
	});
	return {
		port,
		get connections() {
			return connections;
		},
		silence: () => {
			for (const socket of sockets) socket.pause();
		},
		close: () =>
			new Promise((resolve) => {
				for (const socket of sockets) socket.destroy();
				server.close(() => resolve());
			}),
	};
}

interface Line {
	readonly client: Socket;
	readonly broker: Socket;
}

function pipe(line: Line, source: Socket, sink: Socket, fault: Fault, direction: "from" | "to"): void {
	let passed = 0;
	const cut = fault.cut?.direction === direction ? fault.cut : null;
	const write = (bytes: Buffer) => {
		if (fault.splits) for (const byte of bytes) sink.write(Buffer.from([byte]));
		else sink.write(bytes);
	};
	source.once("end", () => sink.end());
	source.on("data", (chunk) => {
		const left = cut === null ? Number.POSITIVE_INFINITY : cut.afterBytes - passed;
		passed += chunk.length;
		if (left > chunk.length) {
			write(chunk);
			return;
		}
		write(chunk.subarray(0, left));
		source.pause();
		if (cut !== null) sink.write("", () => end(line, cut.kind));
	});
}

function end({ client, broker }: Line, kind: NonNullable<Fault["cut"]>["kind"]): void {
	switch (kind) {
		case "reset":
			client.resetAndDestroy();
			return;
		case "close":
			client.end();
			client.once("end", () => client.destroy());
			broker.end();
			return;
		case "half-close":
			client.end();
			return;
		case "stall":
			client.pause();
			broker.pause();
			return;
	}
}
