/**
 * The built browser mode with a link of its own beside the page's: a bench sets connections up and reads counts through the contract,
 * while the page does what a person would see.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectionsBatch } from "../../shared/contract/connection.ts";
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import { ENGINE_LINK_OPTIONS, openEngineLink } from "../../shared/contract/open-engine-link.ts";
import { createLink } from "../../shared/link/create-link.ts";
import { createMailbox } from "../../shared/link/create-mailbox.ts";
import { decodeFrame, encodeFrame } from "../../shared/link/frame-codec.ts";
import type { Wire } from "../../shared/link/wire.ts";
import type { ConnectionDraft, ConnectionState } from "../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../shared/model/connection-defaults.ts";
import type { ConversationActivity } from "../../shared/model/conversation.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../shared/model/subscription.ts";
import { launchBrowserMode } from "../support/launch-browser-mode.ts";

export interface Parley {
	readonly link: EngineLink;
	readonly origin: string;
	/** For the page: `localStorage["parley.token"]`. */
	readonly token: string;
	readonly pid: number;
	readonly dataFolder: string;
	/** Creates the connection, connects it and subscribes; resolves when the broker has granted it. */
	connect(name: string, port: number, filter: string): Promise<string>;
	/** Resolves, with the moment in milliseconds since the epoch, when so many messages of the connection are stored and counted. */
	waitForReceived(connectionId: string, count: number, limitMs?: number): Promise<number>;
	readActivity(connectionId: string): ConversationActivity | undefined;
	/** Resolves when so many connections are connected. */
	waitForConnected(count: number, limitMs?: number): Promise<void>;
	close(): Promise<void>;
}

export async function openParley(prepare: (dataFolder: string) => Promise<void> = async () => {}): Promise<Parley> {
	const dataFolder = await mkdtemp(join(tmpdir(), "parley-bench-"));
	await prepare(dataFolder);
	const server = await launchBrowserMode({ dataFolder });
	const { origin, hash } = new URL(server.address);
	const response = await fetch(`${origin}/session`, {
		method: "POST",
		headers: { "content-type": "application/json", origin },
		body: JSON.stringify({ code: new URLSearchParams(hash.slice(1)).get("code") }),
	});
	const { token } = (await response.json()) as { readonly token: string };
	const untyped = createLink(ENGINE_LINK_OPTIONS);
	untyped.attach(await openWire(origin, token));
	const link = openEngineLink(untyped);

	const activities = new Map<string, ConversationActivity>();
	const states = new Map<string, ConnectionState>();
	let tell = () => {};
	const feed = link.openFeed(
		"connections",
		{},
		{
			onBatch: (batch: ConnectionsBatch) => {
				for (const { id, activity } of batch.activities) activities.set(id, activity);
				for (const { id, state } of batch.states) states.set(id, state);
				tell();
				feed.pay();
			},
			onEnd: (failure) => {
				throw new Error(failure.message);
			},
		},
	);
	const until = async (isSo: () => boolean, what: string, limitMs: number) => {
		const giveUpAt = Date.now() + limitMs;
		while (!isSo()) {
			if (Date.now() > giveUpAt) throw new Error(`${what}: not within ${limitMs} ms`);
			await Promise.race([new Promise<void>((resolve) => (tell = resolve)), new Promise((resolve) => setTimeout(resolve, 50))]);
		}
		return Date.now();
	};

	return {
		link,
		origin,
		token,
		pid: server.program.pid,
		dataFolder,
		connect: async (name, port, filter) => {
			const created = await link.request("connection.create", { draft: describe(name, port) });
			if (!created.ok) throw new Error(created.failure.message);
			const { id } = created.value;
			await link.request("connection.connect", { id });
			await until(() => states.get(id)?.kind === "connected", `${name} connected`, 10_000);
			await link.request("subscription.add", { connectionId: id, drafts: [{ ...SUBSCRIPTION_DEFAULTS, filter, qos: 0 }] });
			return id;
		},
		waitForReceived: (id, count, limitMs = 120_000) =>
			until(() => (activities.get(id)?.totals.received ?? 0) >= count, `${count} messages received`, limitMs),
		readActivity: (id) => activities.get(id),
		waitForConnected: async (count, limitMs = 120_000) => {
			const isSo = () => [...states.values()].filter(({ kind }) => kind === "connected").length >= count;
			await until(isSo, `${count} connected`, limitMs);
		},
		close: async () => {
			link.close();
			await server.stop();
			await rm(dataFolder, { recursive: true, force: true });
		},
	};
}

async function openWire(origin: string, token: string): Promise<Wire> {
	// Node's own WebSocket takes headers where a page's takes none; the server asks for the Origin that a page would have.
	const options = { protocols: ["parley", `parley.token.${token}`], headers: { origin } } as unknown as string[];
	const socket = new WebSocket(`${origin.replace("http", "ws")}/link`, options);
	socket.binaryType = "arraybuffer";
	const mailbox = createMailbox();
	socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
		const frame = decodeFrame(new Uint8Array(data));
		if (frame !== null) mailbox.deliver(frame);
	});
	socket.addEventListener("close", () => mailbox.close());
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener("open", () => resolve());
		socket.addEventListener("error", () => reject(new Error("the link was refused")));
	});
	return {
		send: (frame) => socket.send(encodeFrame(frame)),
		onFrame: mailbox.onFrame,
		onClose: mailbox.onClose,
		close: () => socket.close(),
	};
}

function describe(name: string, port: number): ConnectionDraft {
	return {
		...CONNECTION_DEFAULTS,
		name,
		host: "127.0.0.1",
		port,
		clientId: `parley_${name.toLowerCase()}`,
		version: "3.1.1",
		autoReconnect: false,
	};
}
