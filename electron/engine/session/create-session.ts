/**
 * Holds a connection's states together: when to try, when to wait, when to give up, and what to tell. What flows over a connection is
 * the traffic's; how one is opened is the attempt's. A new attempt, with a new client of the library, is made for each connection.
 */
import { needsClientId } from "../../../shared/contract/connection.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { SubscriptionEntry } from "../../../shared/contract/subscription.ts";
import type { ConnectionProfile, ConnectionState } from "../../../shared/model/connection.ts";
import { createFailure, createSecretsFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { ConnectionEvent } from "../../../shared/model/message.ts";
import type { MessageOrder } from "../../../shared/model/message-order.ts";
import type { OutgoingQueue } from "../../../shared/model/outgoing.ts";
import { type ConnectionSecrets, selectMissingSecrets } from "../../../shared/model/secret.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";
import { createAuthenticator } from "./authentication/create-authenticator.ts";
import { canRetry, needsPatience } from "./can-retry.ts";
import { computeBackOffMs } from "./compute-back-off.ts";
import type { ClientIdClaim } from "./create-client-id-claims.ts";
import { type CloseJudge, createCloseJudge } from "./create-close-judge.ts";
import { createPacketIds, type PacketIds } from "./create-packet-ids.ts";
import { createTraffic, type Traffic } from "./create-traffic.ts";
import type { InboundConnack } from "./guard/packets.ts";
import { refuseProtocol } from "./guard/violation.ts";
import { isSameSession, needsReconnect } from "./needs-reconnect.ts";
import { type Attempt, type AttemptEnd, openAttempt } from "./open-attempt.ts";
import type { PublishDraft } from "./outbox/publish-draft.ts";
import { selectGranted } from "./select-granted.ts";
import type { Session, SessionOptions } from "./session.ts";

export function createSession(options: SessionOptions): Session {
	return new BrokerSession(options);
}

/** So many doublings more where the broker complains of haste. */
const PATIENT_STEPS = 2;

class BrokerSession implements Session {
	readonly #options: SessionOptions;
	readonly #ids: PacketIds = createPacketIds();
	readonly #traffic: Traffic;
	readonly #closes: CloseJudge = createCloseJudge();
	#profile: ConnectionProfile;
	/** What the broker holds belongs to another session than the profile now names. */
	#isSessionForeign = false;
	#state: ConnectionState = { kind: "idle" };
	/** Grows with every attempt and every end of one, so that what was asked of an earlier one is not done to a later. */
	#turn = 0;
	#attempt: Attempt | null = null;
	#attempts = 0;
	#usedProfile: ConnectionProfile;
	#claim: ClientIdClaim | null = null;
	#retry: NodeJS.Timeout | undefined;
	#isClosed = false;

	constructor(options: SessionOptions) {
		this.#options = options;
		this.#profile = options.profile;
		this.#usedProfile = options.profile;
		this.#traffic = createTraffic({ ...options, ids: createPacketIds(), readIdentity: () => this.#readIdentity() });
	}

	get state(): ConnectionState {
		return this.#state;
	}

	get repeats(): Session["repeats"] {
		return this.#traffic.repeats;
	}

	get answers(): Session["answers"] {
		return this.#traffic.answers;
	}

	get queue(): OutgoingQueue {
		return this.#traffic.outbox.queue;
	}

	get entries(): readonly SubscriptionEntry[] {
		return this.#traffic.subscriptions.entries;
	}

	connect(): void {
		if (this.#isClosed || this.#attempt !== null || this.#state.kind === "connecting") return;
		this.#attempts = 0;
		this.#closes.reset();
		this.#begin();
	}

	async disconnect(withWill = false): Promise<void> {
		const attempt = this.#stop("disconnected");
		await attempt?.disconnect(withWill);
	}

	drop(): void {
		this.#stop("dropped")?.cut();
	}

	updateProfile(profile: ConnectionProfile): boolean {
		if (!isSameSession(this.#profile, profile)) this.#isSessionForeign = true;
		this.#profile = profile;
		if (!profile.autoReconnect && this.#state.kind === "waiting") {
			clearTimeout(this.#retry);
			this.#setState({ kind: "failed", failure: this.#state.failure });
		}
		return this.#attempt !== null && needsReconnect(this.#usedProfile, profile);
	}

	setSubscriptions(subscriptions: readonly Subscription[]): void {
		this.#traffic.subscriptions.set(subscriptions);
	}

	publish(order: MessageOrder): Result<{ readonly seq: number }> {
		return this.#traffic.sender.send(order);
	}

	resolve(order: MessageOrder): Result<PublishDraft> {
		return this.#traffic.sender.resolve(order);
	}

	withdraw(seqs: readonly number[] | null): number {
		return this.#traffic.outbox.withdraw(seqs);
	}

	async close(): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		await this.disconnect();
		this.#traffic.end();
	}

	/** Ends what is under way, by a person's wish; returns the attempt that still has to be closed. */
	#stop(type: "disconnected" | "dropped"): Attempt | null {
		clearTimeout(this.#retry);
		const attempt = this.#attempt;
		this.#traffic.repeats.endAll();
		this.#leave();
		if (this.#state.kind === "connected") this.#tell({ type });
		if (this.#state.kind !== "idle") this.#setState({ kind: "idle" });
		return attempt;
	}

	#readIdentity(): { readonly clientId: string; readonly version: ConnectionProfile["version"] } {
		if (this.#state.kind === "connected") {
			return { clientId: this.#state.granted.clientId, version: this.#usedProfile.version };
		}
		const { clientId, version } = this.#attempt === null ? this.#profile : this.#usedProfile;
		return { clientId, version };
	}

	#begin(): void {
		clearTimeout(this.#retry);
		this.#attempts += 1;
		this.#turn += 1;
		const turn = this.#turn;
		const profile = this.#profile;
		this.#usedProfile = profile;
		this.#setState({ kind: "connecting", attempt: this.#attempts, since: this.#options.clock.now() });
		if (profile.clientId === "" && needsClientId(profile)) {
			this.#fail(createFailure("client-id-needed"));
			return;
		}
		void this.#prepare(profile).then((outcome) => {
			if (turn !== this.#turn) return;
			if (outcome.ok) this.#open(profile, outcome.value, turn);
			else this.#fail(outcome.failure);
		});
	}

	/** What an attempt needs first: the queue as the disk has it, and the secrets. */
	async #prepare(profile: ConnectionProfile): Promise<Result<ConnectionSecrets>> {
		await this.#traffic.restored;
		if (profile.secrets.length === 0) return { ok: true, value: {} };
		const secrets = await this.#options.readSecrets().catch(() => ({}));
		const missing = selectMissingSecrets(profile, secrets);
		return missing.length === 0
			? { ok: true, value: secrets }
			: { ok: false, failure: createSecretsFailure(profile.name, missing) };
	}

	#open(profile: ConnectionProfile, secrets: ConnectionSecrets, turn: number): void {
		// After the attempt's end nothing of it is heard: its callbacks are for this turn alone.
		const isCurrent = () => turn === this.#turn;
		const authenticator = createAuthenticator(profile, secrets);
		if (!authenticator.ok) {
			this.#fail(authenticator.failure);
			return;
		}
		this.#attempt = openAttempt({
			profile,
			secrets,
			authenticator: authenticator.value,
			resolveSystemProxy: this.#options.resolveSystemProxy,
			ids: this.#ids,
			clock: this.#options.clock,
			explainsClose: this.#attempts === 1,
			onOpen: () => {
				if (profile.clientId === "") return;
				this.#claim = this.#options.clientIds?.claim(`${profile.host}:${profile.port} ${profile.clientId}`) ?? null;
			},
			onConnack: (connack) => this.#accept(connack, profile),
			onReady: () => {
				if (isCurrent()) this.#traffic.subscriptions.start();
			},
			onPublish: (publish) => this.#traffic.receive(publish),
			onAnswer: (answer) => this.#traffic.answer(answer),
			onSuback: (suback) => this.#traffic.subscriptions.receive(suback),
			onChunkRead: () => this.#traffic.afterChunk(),
			onDrain: () => {
				if (isCurrent()) this.#traffic.outbox.drain();
			},
			onEnd: (end) => {
				if (isCurrent()) this.#onEnd(end);
			},
		});
	}

	#accept(connack: InboundConnack, profile: ConnectionProfile): number {
		if (connack.sessionPresent && profile.cleanStart)
			refuseProtocol("CONNACK: session present after a clean start [MQTT-3.2.2-2]");
		const isSessionUncertain = profile.version === "3.1" && !profile.cleanStart;
		const resumed = (connack.sessionPresent || isSessionUncertain) && !this.#isSessionForeign;
		this.#isSessionForeign = false;
		const granted = selectGranted(connack, profile);
		this.#attempts = 0;
		this.#tell({ type: "connected", sessionPresent: connack.sessionPresent });
		this.#setState({ kind: "connected", since: this.#options.clock.now(), granted });
		this.#traffic.open({ profile, granted, attempt: this.#attempt, resumed, isSessionUncertain });
		return granted.keepAliveSeconds;
	}

	#onEnd(end: AttemptEnd): void {
		const { clock } = this.#options;
		const failure = this.#explain(end);
		const wasConnected = this.#state.kind === "connected";
		this.#leave();
		if (failure === null) return;
		if (wasConnected) this.#tell({ type: "lost", failure });
		const { autoReconnect, reconnectDelaySeconds, reconnectCeilingSeconds, reconnectAttempts } = this.#profile;
		if (this.#isClosed || !autoReconnect || !canRetry(failure)) {
			this.#fail(failure);
			return;
		}
		const next = this.#attempts + 1;
		// A broker that accepts and closes at once has not been reached either.
		const row = Math.max(next, this.#closes.quickCloses + 1);
		if (reconnectAttempts !== null && row > reconnectAttempts) {
			this.#fail(failure, reconnectAttempts);
			return;
		}
		const backOff = { firstSeconds: reconnectDelaySeconds, ceilingSeconds: reconnectCeilingSeconds };
		const delayMs = computeBackOffMs(
			backOff,
			Math.max(next, this.#closes.quickCloses) + (needsPatience(failure) ? PATIENT_STEPS : 0),
		);
		this.#setState({ kind: "waiting", attempt: next, retryAt: clock.now() + delayMs, failure });
		this.#retry = setTimeout(() => this.#begin(), delayMs);
	}

	#explain(end: AttemptEnd): Failure | null {
		if (this.#state.kind !== "connected") return end.failure;
		const supersededId = this.#claim?.isSuperseded === true ? this.#usedProfile.clientId : null;
		return this.#closes.explain(end, this.#options.clock.now() - this.#state.since, supersededId);
	}

	#fail(failure: Failure, gaveUpAfter?: number): void {
		this.#turn += 1;
		this.#options.log.write("warning", "session.failed", { connection: this.#profile.id, failure: failure.code });
		this.#setState({ kind: "failed", failure, ...(gaveUpAfter === undefined ? {} : { gaveUpAfter }) });
	}

	/** Takes everyone off the connection that has ended, or is being ended. */
	#leave(): void {
		this.#turn += 1;
		this.#attempt = null;
		this.#claim?.release();
		this.#claim = null;
		this.#traffic.close();
	}

	#tell(event: ConnectionEvent): void {
		this.#options.conversation.append({ kind: "event", at: this.#options.clock.now(), event });
	}

	#setState(state: ConnectionState): void {
		this.#state = state;
		this.#options.onState(state);
	}
}
