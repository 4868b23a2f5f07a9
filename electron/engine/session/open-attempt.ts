/**
 * One attempt, from the first packet of the network to the last of MQTT: transport, guard, library and keep-alive put together. It
 * ends exactly once, with a Failure, or with null where we ended it. What it carries is its owner's business.
 */
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { ConnectionSecrets } from "../../../shared/model/secret.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";
import type { Clock } from "../ports.ts";
import { type AuthExchange, createAuthExchange } from "./authentication/auth-exchange.ts";
import type { Authenticator } from "./authentication/create-authenticator.ts";
import { createKeepAlive, type KeepAlive } from "./create-keep-alive.ts";
import { createLibraryClient, type LibraryClient } from "./create-library-client.ts";
import type { PacketIds } from "./create-packet-ids.ts";
import { createReadPump, type ReadPump } from "./create-read-pump.ts";
import { endGently } from "./end-gently.ts";
import { explainClose } from "./explain-close.ts";
import { createGuard, LARGEST_PACKET_BYTES } from "./guard/create-guard.ts";
import type { InboundAnswer, InboundConnack, InboundPacket, InboundPublish, InboundSuback } from "./guard/packets.ts";
import type { Violation } from "./guard/violation.ts";
import { readStranger } from "./read-stranger.ts";
import { readErrorCode, selectNetworkFailure } from "./select-network-failure.ts";
import { selectConnackFailure, selectDisconnectFailure } from "./select-refusal.ts";
import { createTimeoutFailure } from "./transport/create-timeout-failure.ts";
import { openTransport } from "./transport/open-transport.ts";
import type { Transport, TransportOptions, TransportPhase } from "./transport/transport.ts";

export interface Attempt {
	/** Takes the bytes over; false = wait for `onDrain`. After the end they go nowhere. */
	write(bytes: Uint8Array): boolean;
	/** The packet identifier that it went out with; null = it did not. */
	subscribe(subscription: Subscription): number | null;
	unsubscribe(filter: string): number | null;
	setReading(on: boolean): void;
	/** Says DISCONNECT where CONNECT was said, within a deadline; on 5 also one at which the broker publishes the last will. */
	disconnect(withWill: boolean): Promise<void>;
	/** Cuts the socket. */
	cut(): void;
}

export interface AttemptOptions {
	readonly profile: ConnectionProfile;
	readonly secrets: ConnectionSecrets;
	/** null = none was asked for. */
	readonly authenticator: Authenticator | null;
	readonly resolveSystemProxy: TransportOptions["resolveSystemProxy"];
	readonly ids: PacketIds;
	readonly clock: Clock;
	/** Whether a close without a word is worth a second look at the port. */
	readonly explainsClose: boolean;
	/** CONNECT is about to be sent. */
	readonly onOpen: () => void;
	/** The broker accepted; returns the keep alive in force. May throw a Violation, as all that get a packet may. */
	readonly onConnack: (connack: InboundConnack) => number;
	/** Subscriptions can be sent. */
	readonly onReady: () => void;
	readonly onPublish: (publish: InboundPublish) => void;
	readonly onAnswer: (answer: InboundAnswer) => void;
	readonly onSuback: (suback: InboundSuback) => void;
	/** All packets of one read have been handed over. */
	readonly onChunkRead: () => void;
	readonly onDrain: () => void;
	readonly onEnd: (end: AttemptEnd) => void;
}

export interface AttemptEnd {
	/** null = we ended it. */
	readonly failure: Failure | null;
	/** The other side closed in good order and without a reason. */
	readonly isQuietClose: boolean;
}

const PINGREQ = Buffer.from([0xc0, 0x00]);
const DISCONNECT = Buffer.from([0xe0, 0x00]);
/** Reason code 0x04. [MQTT 5.0: 3.14.2.1] */
const DISCONNECT_WITH_WILL = Buffer.from([0xe0, 0x01, 0x04]);

export function openAttempt(options: AttemptOptions): Attempt {
	return new OneAttempt(options);
}

class OneAttempt implements Attempt {
	readonly #options: AttemptOptions;
	readonly #isFive: boolean;
	readonly #abort = new AbortController();
	readonly #deadline: NodeJS.Timeout;
	#phase: TransportPhase = "tcp";
	#transport: Transport | null = null;
	#library: LibraryClient | null = null;
	#exchange: AuthExchange | null = null;
	#pump: ReadPump | null = null;
	#keepAlive: KeepAlive | null = null;
	#isAccepted = false;
	#hasEnded = false;

	constructor(options: AttemptOptions) {
		this.#options = options;
		const { profile, secrets, resolveSystemProxy } = options;
		this.#isFive = profile.version === "5.0";
		this.#deadline = setTimeout(() => {
			this.#cutWith(createTimeoutFailure(this.#phase, profile));
		}, profile.connectTimeoutSeconds * 1000);
		const onPhase = (phase: TransportPhase) => {
			this.#phase = phase;
		};
		void openTransport({ profile, secrets, signal: this.#abort.signal, onPhase, resolveSystemProxy }).then((outcome) => {
			if (!outcome.ok) void this.#endExplained(outcome.failure, false);
			else if (this.#hasEnded) outcome.value.cut();
			else this.#begin(outcome.value);
		});
	}

	write(bytes: Uint8Array): boolean {
		if (this.#hasEnded || this.#transport === null) return true;
		this.#keepAlive?.noteSent();
		return this.#transport.write(bytes);
	}

	subscribe(subscription: Subscription): number | null {
		return this.#library?.subscribe(subscription) ?? null;
	}

	unsubscribe(filter: string): number | null {
		return this.#library?.unsubscribe(filter) ?? null;
	}

	setReading(on: boolean): void {
		this.#pump?.setHeld(!on);
	}

	async disconnect(withWill: boolean): Promise<void> {
		const transport = this.#transport;
		this.#end({ failure: null, isQuietClose: false });
		if (transport !== null) await endGently(transport, withWill && this.#isFive ? DISCONNECT_WITH_WILL : DISCONNECT);
	}

	cut(): void {
		this.#cutWith(null);
	}

	#begin(transport: Transport): void {
		const { profile, secrets, authenticator, ids, onOpen, onReady, onDrain } = this.#options;
		this.#transport = transport;
		const { properties } = profile;
		this.#phase = "connack";
		const guard = createGuard({
			isFive: this.#isFive,
			maximumPacketBytes: (this.#isFive ? properties.maximumPacketBytes : null) ?? LARGEST_PACKET_BYTES,
			topicAliasMaximum: this.#isFive ? (properties.topicAliasMaximum ?? 0) : 0,
			isTerse: this.#isFive && properties.requestProblemInformation === false,
			authenticates: authenticator !== null,
			onPublish: this.#options.onPublish,
			onPacket: (packet, frame) => {
				this.#read(packet, frame);
				if (this.#hasEnded) guard.stop();
			},
		});
		let isFirst = true;
		const pump = createReadPump(transport, (chunk) => {
			if (this.#hasEnded) return;
			this.#keepAlive?.noteReceived();
			const stranger = isFirst ? readStranger(chunk, profile) : null;
			isFirst = false;
			if (stranger !== null) {
				this.#cutWith(stranger);
				return;
			}
			const violation = guard.write(chunk);
			if (violation !== null) this.#refuse(violation);
			else if (!this.#hasEnded) this.#options.onChunkRead();
		});
		this.#pump = pump;
		onOpen();
		transport.listen({ onChunk: pump.onChunk, onDrain, onClose: (error) => this.#onClose(error) });
		if (authenticator !== null) {
			this.#exchange = createAuthExchange({
				authenticator,
				send: (bytes) => void this.write(bytes),
				onFailure: (failure) => this.#cutWith(failure),
			});
		}
		this.#library = createLibraryClient({
			profile,
			password: secrets.password ?? null,
			login: authenticator === null ? null : { method: authenticator.method, data: authenticator.begin() },
			ids,
			send: (bytes) => void this.write(bytes),
			onReady,
			onTrouble: (cause) => this.#cutWith(createFailure("protocol-error", { cause })),
		});
	}

	#read(packet: InboundPacket, frame: Buffer): void {
		switch (packet.name) {
			case "PUBACK":
			case "PUBREC":
			case "PUBREL":
			case "PUBCOMP":
				this.#options.onAnswer(packet);
				break;
			case "CONNACK":
				this.#accept(packet, frame);
				break;
			case "SUBACK":
			case "UNSUBACK":
				this.#handOver(frame);
				this.#options.onSuback(packet);
				break;
			case "DISCONNECT":
				this.#cutWith(selectDisconnectFailure(packet, this.#options.profile.clientId));
				break;
			case "AUTH":
				this.#exchange?.receive(packet);
				break;
			case "PINGRESP":
				this.#handOver(frame);
				break;
		}
	}

	#accept(connack: InboundConnack, frame: Buffer): void {
		if (connack.reasonCode !== 0) {
			this.#cutWith(selectConnackFailure(connack, this.#options.profile));
			return;
		}
		const unproven = this.#exchange?.accept(connack) ?? null;
		if (unproven !== null) {
			this.#cutWith(unproven);
			return;
		}
		clearTimeout(this.#deadline);
		this.#isAccepted = true;
		const seconds = this.#options.onConnack(connack);
		if (this.#hasEnded) return;
		this.#keepAlive = createKeepAlive({
			seconds,
			clock: this.#options.clock,
			isReading: () => this.#pump?.isHeld === false,
			onPing: () => void this.write(PINGREQ),
			onDead: (silentSeconds) => this.#cutWith(createFailure("keep-alive-lost", { seconds: silentSeconds })),
		});
		this.#handOver(frame);
	}

	#handOver(frame: Buffer): void {
		if (this.#library?.receive(frame) === false)
			this.#cutWith(createFailure("protocol-error", { cause: "an unreadable packet" }));
	}

	/** On 5 the broker is told what was wrong [MQTT 5.0: 4.13.1]; on 3.x the connection is closed [MQTT-4.8.0-1]. */
	#refuse(violation: Violation): void {
		const transport = this.#transport;
		this.#end({ failure: createFailure("protocol-error", { cause: violation.message }), isQuietClose: false });
		if (transport === null) return;
		if (this.#isFive) void endGently(transport, Buffer.from([0xe0, 0x02, violation.reasonCode, 0x00]));
		else transport.cut();
	}

	#onClose(error: NodeJS.ErrnoException | null): void {
		const { profile } = this.#options;
		const { host, port } = profile;
		if (this.#isAccepted) {
			const failure =
				error === null ? createFailure("connection-closed") : createFailure("connection-lost", { cause: readErrorCode(error) });
			this.#end({ failure, isQuietClose: error === null });
		} else {
			const failure =
				error === null ? createFailure("closed-before-connack", { host, port }) : selectNetworkFailure(error, profile);
			void this.#endExplained(failure, error === null);
		}
	}

	async #endExplained(failure: Failure, isQuietClose: boolean): Promise<void> {
		const { explainsClose } = this.#options;
		if (this.#hasEnded) return;
		this.#end({ failure: explainsClose ? await explainClose(failure, this.#options) : failure, isQuietClose });
	}

	#cutWith(failure: Failure | null): void {
		const transport = this.#transport;
		this.#end({ failure, isQuietClose: false });
		transport?.cut();
	}

	#end(end: AttemptEnd): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		clearTimeout(this.#deadline);
		this.#abort.abort();
		this.#keepAlive?.stop();
		this.#pump?.stop();
		this.#library?.destroy();
		this.#options.onEnd(end);
	}
}
