/** Plays one case: a broker that says it, a session that hears it, and the verdict in words. */
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../shared/model/connection-defaults.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { CONNACK_4, CONNACK_5, type ScriptedConnection, startScriptedBroker } from "../../support/scripted-broker.ts";
import type { Expected, HostileCase } from "./hostile-case.ts";
import { byte, field, packet, uint16 } from "./octets.ts";

const LIMIT_MS = 5000;
/** No case uses this identifier. */
const ALIVE_ID = 0x7a7a;

/** null = as the specification says; otherwise what was seen instead. */
export async function playCase(one: HostileCase): Promise<string | null> {
	const isFive = one.version === 5;
	const greeting = one.phase === "first" ? one.bytes.toString("hex") : isFive ? CONNACK_5 : CONNACK_4;
	const broker = await startScriptedBroker({ version: one.version, onConnect: greeting });
	const asks = isAnswerToSubscribing(one);
	const version = isFive ? "5.0" : "3.1.1";
	const session = createTestSession({ port: broker.port, version, ...selectAllowance(one) }, asks ? ["wanted"] : []);
	try {
		session.connect();
		const connection = await broker.waitForConnection(0, LIMIT_MS);
		const heard = listen(connection);
		await connection.waitFor("connect", 0, LIMIT_MS);
		if (one.phase === "after") {
			await session.waitForState("connected", LIMIT_MS);
			connection.socket.write(asks ? await answerWhatWasAsked(one, session, connection) : one.bytes);
		}
		return await judge(one.expected, session, connection, heard, isFive);
	} catch (error) {
		return `${error instanceof Error ? error.message : String(error)}; state ${JSON.stringify(session.state)}`;
	} finally {
		await session.close();
		await broker.close();
	}
}

function selectAllowance({ allows }: HostileCase): Partial<ConnectionProfile> {
	if (allows === undefined) return {};
	const { method, ...properties } = allows;
	return {
		properties: { ...CONNECTION_DEFAULTS.properties, ...properties },
		...(method === undefined ? {} : { authentication: { kind: "raw", method, dataSyntax: "text" } }),
	};
}

const SUBACK = 0x90;
const UNSUBACK = 0xb0;

/** A SUBACK or UNSUBACK whose offence, if any, is not that nobody asked. */
function isAnswerToSubscribing({ name, phase, bytes }: HostileCase): boolean {
	return phase === "after" && (bytes[0] === SUBACK || bytes[0] === UNSUBACK) && !name.startsWith("unasked");
}

/** The case's bytes with the packet identifier of the session's own SUBSCRIBE or UNSUBSCRIBE, where they hold one that is not 0. */
async function answerWhatWasAsked(one: HostileCase, session: TestSession, connection: ScriptedConnection): Promise<Buffer> {
	const asked = await connection.waitFor("subscribe", 0, LIMIT_MS);
	let identifier = asked.messageId ?? 0;
	if (one.bytes[0] === UNSUBACK) {
		connection.socket.write(packet(SUBACK, uint16(identifier), ...(one.version === 5 ? [byte(0)] : []), byte(0)));
		session.setSubscriptions([]);
		identifier = (await connection.waitFor("unsubscribe", 0, LIMIT_MS)).messageId ?? 0;
	}
	const bytes = Buffer.from(one.bytes);
	// The header of these is two bytes.
	if (bytes.length >= 4 && bytes.readUInt16BE(2) !== 0) bytes.writeUInt16BE(identifier, 2);
	return bytes;
}

/** The bytes that the session says, as they come. */
function listen(connection: ScriptedConnection): () => Buffer {
	const chunks: Buffer[] = [];
	connection.socket.on("data", (chunk: Buffer) => chunks.push(chunk));
	return () => Buffer.concat(chunks);
}

async function judge(
	expected: Expected,
	session: TestSession,
	connection: ScriptedConnection,
	heard: () => Buffer,
	isFive: boolean,
): Promise<string | null> {
	switch (expected.kind) {
		case "closed": {
			const { failure } = await session.waitForState("failed", LIMIT_MS);
			await connection.waitForClose(LIMIT_MS);
			if (failure.code !== "protocol-error") return `failed with ${failure.code}`;
			if (!isFive) return null;
			const goodbye = connection.packets.find((packet) => packet.cmd === "disconnect");
			const code = goodbye?.reasonCode ?? -1;
			return expected.codes.includes(code) ? null : `DISCONNECT with 0x${code.toString(16)}`;
		}
		case "ended": {
			const { failure } = await session.waitForState("failed", LIMIT_MS);
			await connection.waitForClose(LIMIT_MS);
			const isTold = ["connack-refused", "server-disconnect", "taken-over"].includes(failure.code);
			return isTold ? null : `failed with ${failure.code}`;
		}
		case "kept": {
			await session.waitForState("connected", LIMIT_MS);
			connection.socket.write(packet(0x32, field("alive"), uint16(ALIVE_ID), ...(isFive ? [byte(0)] : [])));
			const isAliveAnswered = () => connection.packets.some(({ cmd, messageId }) => cmd === "puback" && messageId === ALIVE_ID);
			const isWhole = () => isAliveAnswered() && (expected.answer === undefined || heard().includes(expected.answer));
			await session.conversation.waitUntil(isWhole, "deaf, or without the answer", LIMIT_MS);
			return session.state.kind === "connected" ? null : `no longer connected: ${session.state.kind}`;
		}
	}
}
