/**
 * The library's client for one attempt. It writes CONNECT, SUBSCRIBE and UNSUBSCRIBE and follows their answers; delivery, reconnect,
 * pings and DISCONNECT are ours, so that each of its switches for them is off.
 */
import { type IClientSubscribeOptions, MqttClient } from "mqtt";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";
import type { PacketIds } from "./create-packet-ids.ts";
import { encodeConnect } from "./encode/encode-connect.ts";
import { LibraryStream } from "./library-stream.ts";
import { type FirstAuthentication, selectClientOptions } from "./select-client-options.ts";
import { selectUserProperties } from "./select-user-properties.ts";

export interface LibraryClient {
	/** Hands it a whole frame; the bytes are copied. false = it could not read it. */
	receive(frame: Buffer): boolean;
	/** The packet identifier that it went out with; null = it did not. */
	subscribe(subscription: Subscription): number | null;
	unsubscribe(filter: string): number | null;
	destroy(): void;
}

export interface LibraryClientOptions {
	readonly profile: ConnectionProfile;
	readonly password: string | null;
	/** Of an enhanced authentication; null = there is none. */
	readonly login: FirstAuthentication | null;
	readonly ids: PacketIds;
	readonly send: (bytes: Buffer) => void;
	/** After CONNACK: it takes subscriptions now. */
	readonly onReady: () => void;
	/** It gave up by itself; the words are for the log of a bug, since the guard should have been first. */
	readonly onTrouble: (cause: string) => void;
}

/** Longer than any connect timeout of ours: the deadline is kept by the attempt. */
const NEVER_MS = 86_400_000;

export function createLibraryClient({
	profile,
	password,
	login,
	ids,
	send,
	onReady,
	onTrouble,
}: LibraryClientOptions): LibraryClient {
	let isDestroyed = false;
	let hasConnected = false;
	const stream = new LibraryStream((bytes) => {
		const isConnect = !hasConnected;
		hasConnected = true;
		send(isConnect && login === null && isPasswordAlone(profile, password) ? encodeConnect(profile, password) : bytes);
	});
	const isFive = profile.version === "5.0";
	const provider = createIdProvider(ids);
	const client = new MqttClient(() => stream, {
		...selectClientOptions(profile, password, login),
		reconnectPeriod: 0,
		resubscribe: false,
		queueQoSZero: false,
		connectTimeout: NEVER_MS,
		messageIdProvider: provider,
		// A timer that never fires: pings are ours.
		timerVariant: { set: () => 0, clear: () => {} },
		// Without one it would print what it sends, the password too, wherever DEBUG asks for it.
		log: () => {},
	});
	client.on("connect", onReady);
	client.on("error", (error) => {
		if (!isDestroyed) onTrouble(error.message);
	});
	client.on("close", () => {
		if (!isDestroyed) onTrouble("the MQTT library closed its stream");
	});
	const request = (send: () => void): number | null => {
		// Without a free identifier the library would keep it for later, unasked.
		if (ids.isExhausted) return null;
		provider.lastAllocated = null;
		send();
		return provider.lastAllocated;
	};
	return {
		receive: (frame) => {
			try {
				stream.push(Buffer.from(frame));
				return true;
			} catch {
				return false;
			}
		},
		// The answers are read from the guard, which keeps the reason string too.
		subscribe: (subscription) =>
			request(() => client.subscribe(subscription.filter, selectSubscribeOptions(subscription, isFive), () => {})),
		unsubscribe: (filter) => request(() => client.unsubscribe(filter, () => {})),
		destroy: () => {
			isDestroyed = true;
			stream.destroy();
			provider.clear();
		},
	};
}

/** [MQTT 5.0: 3.8.2.1 and 3.8.3.1] */
function selectSubscribeOptions(subscription: Subscription, isFive: boolean): IClientSubscribeOptions {
	const { qos, noLocal, retainAsPublished, retainHandling, identifier, userProperties } = subscription;
	if (!isFive) return { qos };
	const properties = {
		...(identifier === null ? {} : { subscriptionIdentifier: identifier }),
		...selectUserProperties(userProperties),
	};
	return {
		qos,
		nl: noLocal,
		rap: retainAsPublished,
		rh: retainHandling,
		...(Object.keys(properties).length === 0 ? {} : { properties }),
	};
}

/** Allowed on 5, and not to be written by the library. */
function isPasswordAlone(profile: ConnectionProfile, password: string | null): boolean {
	return profile.version === "5.0" && profile.username === "" && password !== null;
}

/** The library's view of the shared identifiers: it may free its own, never ours. */
function createIdProvider(ids: PacketIds) {
	const own = new Set<number>();
	const take = (id: number | null): number | null => {
		if (id !== null) own.add(id);
		provider.lastAllocated = id;
		return id;
	};
	const provider = {
		lastAllocated: null as number | null,
		allocate: () => take(ids.allocate()),
		getLastAllocated: () => provider.lastAllocated,
		register: (id: number) => {
			if (own.has(id)) return false;
			return ids.reserve(id) && take(id) !== null;
		},
		deallocate: (id: number) => {
			if (own.delete(id)) ids.release(id);
		},
		clear: () => {
			for (const id of own) ids.release(id);
			own.clear();
		},
	};
	return provider;
}
