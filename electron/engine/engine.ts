/**
 * The product without a window: connections, their history, the built-in broker, and the contract's commands and feeds on top. Nothing
 * is global: two engines live in one process, each on a data folder of its own. It always starts, whatever is damaged: what could not
 * be read is set aside and stands among the program's troubles.
 */
import { randomUUID } from "node:crypto";
import type { FeedOpeners, Handlers } from "../../shared/contract/contract.ts";
import { serveContract } from "../../shared/contract/serve-contract.ts";
import type { Wire } from "../../shared/link/wire.ts";
import { createHandlers } from "./commands/create-handlers.ts";
import { createSecretStore } from "./commands/create-secret-store.ts";
import { createTurns } from "./commands/create-turns.ts";
import { createConnectionList, type OpenSession } from "./connection-list.ts";
import { createDrafts } from "./create-drafts.ts";
import { createFeedOpeners } from "./feed/create-feed-openers.ts";
import { createHistory } from "./history/create-history.ts";
import { createLocalBroker } from "./local-broker/create-local-broker.ts";
import type { EnginePorts } from "./ports.ts";
import { openProfiles } from "./profiles/open-profiles.ts";
import { createClientIdClaims } from "./session/create-client-id-claims.ts";
import { createSession } from "./session/create-session.ts";
import { startConnections } from "./start-connections.ts";

export interface Engine {
	readonly handlers: Handlers;
	readonly feeds: FeedOpeners;
	/** Answers one page, until its wire ends. */
	serve(wire: Wire): void;
	/** Says goodbye to every broker, stores what is under way, and ends. May be called again. */
	close(): Promise<void>;
}

export async function createEngine(ports: EnginePorts): Promise<Engine> {
	const { dataFolder, clock, log, vault } = ports;
	const profiles = await openProfiles({ folder: dataFolder, log });
	const history = await createHistory({
		folder: dataFolder,
		worker: ports.historyWorker,
		clock,
		log,
		keepMessages: profiles.preferences.keepMessages,
	});
	const secrets = createSecretStore({ vault, log });
	const clientIds = createClientIdClaims();
	const openSession: OpenSession = ({ profile, subscriptions }, conversation, tell, readProfile) => {
		if (conversation.endedOpen) conversation.append({ kind: "event", at: clock.now(), event: { type: "restarted" } });
		return createSession({
			profile,
			subscriptions,
			conversation,
			readSecrets: () => secrets.read(profile.id, readProfile().secrets),
			resolveSystemProxy: ports.resolveSystemProxy,
			clientIds,
			clock,
			log,
			onState: () => tell("state"),
			onSubscriptions: () => tell("subscriptions"),
			onOutgoing: () => tell("outgoing"),
		});
	};
	const list = createConnectionList({ history, openSession });
	for (const stored of profiles.connections) list.add(stored);
	list.arrange({ folders: profiles.folders, places: [] });
	const start = startConnections(list);
	const localBroker = createLocalBroker({ log });
	const drafts = createDrafts(list);

	const handlers = createHandlers({ ports, profiles, list, drafts, history, localBroker, takeTurn: createTurns() });
	const feeds = createFeedOpeners({ ports, clock: ports.clock, profiles, list, drafts, history, localBroker });
	const served = new Set<{ close(): void }>();
	let closing: Promise<void> | null = null;

	/** The text of an error may quote a payload or a secret: only where it was thrown is logged. */
	const onBug = (error: unknown, name: string): string => {
		const id = randomUUID().slice(0, 8);
		const stack = error instanceof Error ? (error.stack ?? "") : "";
		const frames = stack.split("\n").filter((line) => line.startsWith("    at "));
		log.write("error", "bug", { id, name, frames: frames.slice(0, 8).join("\n") });
		return id;
	};
	const close = async () => {
		start.stop();
		for (const service of served) service.close();
		await list.close();
		await localBroker.stop();
		await profiles.close();
		await history.close();
	};

	return {
		handlers,
		feeds,
		serve(wire) {
			if (closing !== null) {
				wire.close();
				return;
			}
			const service = serveContract(wire, { handlers, feeds, onBug });
			served.add(service);
			wire.onClose(() => served.delete(service));
		},
		close() {
			closing ??= close();
			return closing;
		},
	};
}
