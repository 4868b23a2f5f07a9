/**
 * A real engine on a folder of its own, and a page's link to it over memory wires, with what the page would hold folded from the feeds.
 * `restart` closes it and opens the next on the same folder, as quitting and starting Parley does.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSystemClock } from "../../electron/engine/create-system-clock.ts";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import type { Vault } from "../../electron/engine/ports.ts";
import { createMemoryVault } from "../../electron/web/memory-vault.ts";
import type { ConnectionsBatch } from "../../shared/contract/connection.ts";
import type { CommandInput, CommandName, CommandOutput, FeedBatch, FeedInput, FeedName } from "../../shared/contract/contract.ts";
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import type { ConversationBatch, WindowPlace } from "../../shared/contract/message.ts";
import { ENGINE_LINK_OPTIONS, openEngineLink } from "../../shared/contract/open-engine-link.ts";
import { unpackRows } from "../../shared/contract/row-columns.ts";
import type { SubscriptionEntry, SubscriptionsBatch } from "../../shared/contract/subscription.ts";
import { createLink } from "../../shared/link/create-link.ts";
import { createMemoryWires } from "../../shared/link/create-memory-wires.ts";
import type { ConnectionDraft, ConnectionProfile, ConnectionState } from "../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../shared/model/connection-defaults.ts";
import { type ConversationActivity, type ConversationFilter, NO_FILTER } from "../../shared/model/conversation.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { ConversationRow } from "../../shared/model/message.ts";

export interface ShownConnection {
	profile?: ConnectionProfile;
	state?: ConnectionState;
	activity?: ConversationActivity;
}

export interface Followed<Shown> {
	readonly shown: Shown;
	readonly batchCount: number;
	/** Set when the engine ended it. */
	readonly end: Failure | null;
	/** Resolves as soon as this holds for what is shown. */
	waitUntil(holds: (shown: Shown) => boolean, limitMs?: number): Promise<Shown>;
	close(): void;
}

export interface TestEngine {
	readonly folder: string;
	readonly engine: Engine;
	readonly link: EngineLink;
	/** Everything that was logged. */
	readonly log: readonly string[];
	/** The command's answer, or an error with the Failure in it. */
	ask<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
	followConnections(): Followed<ReadonlyMap<string, ShownConnection>>;
	followSubscriptions(connectionId: string): Followed<ReadonlyMap<string, SubscriptionEntry>>;
	/** All rows that the window and its tail have brought. */
	followConversation(connectionId: string, more?: ConversationQuestion): Followed<readonly ConversationRow[]>;
	follow<Name extends FeedName>(name: Name, input: FeedInput<Name>): Followed<readonly FeedBatch<Name>[]>;
	restart(): Promise<TestEngine>;
	close(): Promise<void>;
}

interface ConversationQuestion {
	readonly filter?: Partial<ConversationFilter>;
	readonly place?: WindowPlace;
}

export interface TestEngineOptions {
	/** A new temporary one, removed by `close`, where none is given. */
	readonly folder?: string;
	readonly vault?: Vault;
}

const END: WindowPlace = { at: "end", limit: 500 };

const HISTORY_WORKER = new URL("../../electron/engine/history/history-worker.ts", import.meta.url);

export async function openTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
	const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "parley-engine-")));
	const vault = options.vault ?? createMemoryVault();
	const log: string[] = [];
	const engine = await createEngine({
		dataFolder: folder,
		version: "0.0.0-test",
		clock: createSystemClock(),
		vault,
		log: { write: (level, event, fields) => log.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`) },
		historyWorker: HISTORY_WORKER,
	});
	const [page, served] = createMemoryWires();
	engine.serve(served);
	const plainLink = createLink(ENGINE_LINK_OPTIONS);
	plainLink.attach(page);
	const link = openEngineLink(plainLink);

	const fold = <Name extends FeedName, Shown>(
		name: Name,
		input: FeedInput<Name>,
		shown: Shown,
		apply: (batch: FeedBatch<Name>) => void,
	): Followed<Shown> => {
		let batchCount = 0;
		let end: Failure | null = null;
		const looks = new Set<() => void>();
		const feed = link.openFeed(name, input, {
			onBatch: (batch) => {
				batchCount++;
				apply(batch);
				for (const look of [...looks]) look();
				feed.pay();
			},
			onEnd: (failure) => {
				end = failure;
				for (const look of [...looks]) look();
			},
		});
		return {
			shown,
			get batchCount() {
				return batchCount;
			},
			get end() {
				return end;
			},
			waitUntil: (holds, limitMs = 10_000) =>
				new Promise((resolve, reject) => {
					const look = () => {
						if (!holds(shown)) return;
						clearTimeout(limit);
						looks.delete(look);
						resolve(shown);
					};
					const limit = setTimeout(() => {
						looks.delete(look);
						reject(new Error(`${name}: not within ${limitMs} ms; shown: ${JSON.stringify(shown, showMap).slice(0, 3000)}`));
					}, limitMs);
					looks.add(look);
					look();
				}),
			close: () => feed.close(),
		};
	};

	const close = async () => {
		await engine.close();
		if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
	};
	return {
		folder,
		engine,
		link,
		log,
		async ask(name, input) {
			const answer = await link.request(name, input);
			if (!answer.ok) throw new Error(`${name}: ${answer.failure.code} ${answer.failure.message}`, { cause: answer.failure });
			return answer.value;
		},
		followConnections() {
			const shown = new Map<string, ShownConnection>();
			return fold("connections", {}, shown, (batch) => applyConnections(shown, batch));
		},
		followSubscriptions(connectionId) {
			const shown = new Map<string, SubscriptionEntry>();
			return fold("subscriptions", { connectionId }, shown, (batch) => applySubscriptions(shown, batch));
		},
		followConversation(connectionId, { filter = {}, place = END }: ConversationQuestion = {}) {
			const shown: ConversationRow[] = [];
			const input = { connectionId, filter: { ...NO_FILTER, ...filter }, place };
			return fold("conversation", input, shown, (batch) => applyConversation(shown, batch));
		},
		follow: (name, input) => {
			const shown: FeedBatch<typeof name>[] = [];
			return fold(name, input, shown, (batch) => void shown.push(batch));
		},
		async restart() {
			await engine.close();
			return openTestEngine({ folder, vault });
		},
		close,
	};
}

function applyConnections(shown: Map<string, ShownConnection>, batch: ConnectionsBatch): void {
	if (batch.reset) shown.clear();
	for (const id of shown.keys()) if (batch.order !== null && !batch.order.includes(id)) shown.delete(id);
	const put = (id: string, change: ShownConnection) => shown.set(id, { ...shown.get(id), ...change });
	for (const profile of batch.profiles) put(profile.id, { profile });
	for (const { id, state } of batch.states) put(id, { state });
	for (const { id, activity } of batch.activities) put(id, { activity });
}

function applySubscriptions(shown: Map<string, SubscriptionEntry>, batch: SubscriptionsBatch): void {
	if (batch.reset) shown.clear();
	for (const id of shown.keys()) if (batch.order !== null && !batch.order.includes(id)) shown.delete(id);
	for (const entry of batch.entries) shown.set(entry.subscription.id, entry);
}

function applyConversation(shown: ConversationRow[], batch: ConversationBatch): void {
	if (batch.kind === "window" || batch.skipped > 0) shown.length = 0;
	shown.push(...unpackRows(batch.rows));
	for (const row of unpackRows(batch.changed)) {
		const index = shown.findIndex(({ seq }) => seq === row.seq);
		if (index !== -1) shown[index] = row;
	}
}

function showMap(_key: string, value: unknown): unknown {
	return value instanceof Map ? Object.fromEntries(value) : value;
}

/** A sound draft for a broker on loopback, changed as the test needs it. */
export function createDraft(broker: { readonly port: number }, change: Partial<ConnectionDraft> = {}): ConnectionDraft {
	return {
		...CONNECTION_DEFAULTS,
		name: "Test",
		host: "127.0.0.1",
		port: broker.port,
		clientId: `parley_${Math.random().toString(36).slice(2, 10)}`,
		reconnectDelaySeconds: 1,
		...change,
	};
}
