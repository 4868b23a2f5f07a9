/** Proxies as people have them: HTTP CONNECT and SOCKS5, with a login where one is asked for. They know names that nobody else knows. */
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

export interface ProxyOptions {
	/** Names that this proxy can look up, each with a port of loopback. */
	readonly hosts?: Readonly<Record<string, number>>;
	readonly login?: { readonly username: string; readonly password: string };
	/** What every request is refused with: an HTTP status, or a SOCKS5 reply. */
	readonly refusal?: number;
	/** Takes requests and never answers. */
	readonly isDeaf?: boolean;
}

export interface TestProxy {
	readonly port: number;
	/** The targets that were asked for, `host:port`, as the proxy was told them. */
	readonly asked: readonly string[];
	close(): void;
}

export async function startHttpProxy({ hosts = {}, login, refusal, isDeaf }: ProxyOptions = {}): Promise<TestProxy> {
	const asked: string[] = [];
	const server = createHttpServer((_request, response) => response.writeHead(405).end());
	server.on("connect", (request, client: Socket, head: Buffer) => {
		client.on("error", () => {});
		asked.push(request.url ?? "");
		if (isDeaf === true) return;
		const expected =
			login === undefined ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
		const isKnown = expected === null || request.headers["proxy-authorization"] === expected;
		const status = isKnown ? refusal : 407;
		if (status !== undefined) return void client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
		join(client, request.url ?? "", hosts, (broker) => {
			client.write("HTTP/1.1 200 Connection established\r\n\r\n");
			broker.write(head);
		});
	});
	return listen(server, asked);
}

/** [RFC 1928], [RFC 1929] */
export async function startSocksProxy({ hosts = {}, login, refusal, isDeaf }: ProxyOptions = {}): Promise<TestProxy> {
	const asked: string[] = [];
	const server = createServer((client) => {
		client.on("error", () => {});
		const read = createReader(client);
		const serve = async () => {
			const [, methods = 0] = await read(2);
			const offered = await read(methods);
			const method = login === undefined ? 0 : 2;
			if (!offered.includes(method)) return void client.end(Buffer.from([5, 0xff]));
			client.write(Buffer.from([5, method]));
			if (login !== undefined) {
				await read(1);
				const username = (await read((await read(1))[0] ?? 0)).toString();
				const password = (await read((await read(1))[0] ?? 0)).toString();
				const isKnown = username === login.username && password === login.password;
				client.write(Buffer.from([1, isKnown ? 0 : 1]));
				if (!isKnown) return void client.end();
			}
			const [, , , kind] = await read(4);
			const host =
				kind === 3
					? (await read((await read(1))[0] ?? 0)).toString()
					: (await read(kind === 4 ? 16 : 4)).join(kind === 4 ? ":" : ".");
			const target = `${host}:${(await read(2)).readUInt16BE()}`;
			asked.push(target);
			if (isDeaf === true) return;
			const answer = (reply: number) => client.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]));
			if (refusal !== undefined) {
				answer(refusal);
				return void client.end();
			}
			client.removeAllListeners("data");
			join(client, target, hosts, () => void answer(0));
		};
		void serve();
	});
	return listen(server, asked);
}

/** Gives so many bytes as soon as they have come. */
function createReader(socket: Socket): (bytes: number) => Promise<Buffer> {
	let held = Buffer.alloc(0);
	let look = () => {};
	socket.on("data", (chunk) => {
		held = Buffer.concat([held, Buffer.from(chunk)]);
		look();
	});
	return (bytes) =>
		new Promise((resolve) => {
			look = () => {
				if (held.length < bytes) return;
				look = () => {};
				const taken = held.subarray(0, bytes);
				held = held.subarray(bytes);
				resolve(taken);
			};
			look();
		});
}

function join(client: Socket, target: string, hosts: Readonly<Record<string, number>>, onOpen: (broker: Socket) => void): void {
	const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(target) ?? [];
	const broker = connect({ host: "127.0.0.1", port: hosts[host] ?? Number(port) });
	broker.on("error", () => client.destroy());
	broker.once("connect", () => {
		onOpen(broker);
		client.pipe(broker).pipe(client);
	});
	client.once("close", () => broker.destroy());
}

async function listen(server: Server, asked: readonly string[]): Promise<TestProxy> {
	const sockets = new Set<Socket>();
	server.on("connection", (socket: Socket) => sockets.add(socket));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		asked,
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}
