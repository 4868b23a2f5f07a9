/** A connection that fails says why and what to do next, and no other connection notices. */
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { findFreePort } from "../support/find-free-port.ts";
import { runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { expect, test } from "./support/brokers.ts";

interface Unhappy {
	readonly title: string;
	open(): Promise<{ readonly host: string; readonly port: number; close(): void }>;
	/** With {port} in the place of the port. */
	readonly message: string;
	readonly hint: string;
	/** Whether waiting may help: a web server will not turn into a broker. */
	readonly canPass: boolean;
}

const CASES: readonly Unhappy[] = [
	{
		title: "nothing listens",
		open: async () => ({ host: "127.0.0.1", port: await findFreePort(), close() {} }),
		message: "Nothing listens at 127.0.0.1, port {port}: the connection was refused.",
		hint: "Check that the broker runs, and that the port is the right one for this protocol.",
		canPass: true,
	},
	{
		title: "the host has no address",
		open: async () => ({ host: "no-such-host.invalid", port: 1883, close() {} }),
		message: "No address was found for the host “no-such-host.invalid”.",
		hint: "Check the spelling, and that this machine's network and name service work.",
		canPass: true,
	},
	{
		title: "the server never answers",
		open: () => listen(createServer()),
		message: "127.0.0.1, port {port} took the connection but did not answer the MQTT login within 1 s.",
		hint: "Check that it is an MQTT broker and that the protocol fits the port; or raise Connect Timeout if it is slow.",
		canPass: true,
	},
	{
		title: "a web server is at the port",
		open: () => listen(createHttpServer((_request, response) => response.end("hello"))),
		message: "127.0.0.1, port {port} does not speak MQTT.",
		hint: "Check the port and the protocol: it may be a web server, or a WebSocket port.",
		canPass: false,
	},
];

for (const autoReconnect of [false, true]) {
	for (const { title, open, message, hint, canPass } of CASES) {
		const triesAgain = autoReconnect && canPass;
		const reconnect = `Auto Reconnect ${autoReconnect ? "on" : "off"}`;
		test(`${title}, ${reconnect}: the sentence, the next step, and ${triesAgain ? "another" : "no other"} attempt`, async ({
			conversation,
			broker,
		}) => {
			await conversation.connectNew({ name: "Fine", host: broker.host, port: broker.port });
			await conversation.subscribe("news");
			const unhappy = await open();
			const { host, port } = unhappy;
			await conversation.tryNew({ name: "Unhappy", host, port, connectTimeout: "1", autoReconnect });

			await expect(conversation.failure).toContainText(message.replace("{port}", String(port)));
			await expect(conversation.failure).toContainText(hint);
			const state = triesAgain ? "Waiting to reconnect" : "Failed";
			await expect(conversation.status).toHaveText(state);
			await expect(conversation.dot("Unhappy", state)).toBeVisible();
			if (triesAgain) await expect(conversation.page.getByText(/^Reconnecting in \d+ s \(attempt 2\)$/)).toBeVisible();
			else await expect(conversation.failure.getByRole("button", { name: "Connect again" })).toBeEnabled();

			await expect(conversation.dot("Fine", "Connected")).toBeVisible();
			await runMosquittoPub(broker, ["-t", "news", "-m", "all is well here"]);
			await expect(conversation.unread("Fine")).toHaveAccessibleName("1 unread");
			await conversation.open("Fine");
			await expect(conversation.failure).toHaveCount(0);
			await expect(conversation.received("news")).toContainText("all is well here");
			unhappy.close();
		});
	}
}

async function listen(server: Server) {
	const sockets = new Set<Socket>();
	server.on("connection", (socket) => sockets.add(socket));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		host: "127.0.0.1",
		port,
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}
