import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { ConnectionList, LiveConnection } from "../connection-list.ts";
import type { Drafts } from "../create-drafts.ts";
import type { History } from "../history/history.ts";
import type { LocalBroker } from "../local-broker/local-broker.ts";
import type { EnginePorts } from "../ports.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { TakeTurn } from "./create-turns.ts";

/** What the commands of every noun work with. */
export interface CommandParts {
	readonly ports: Pick<EnginePorts, "vault" | "log">;
	readonly profiles: Profiles;
	readonly list: ConnectionList;
	readonly drafts: Drafts;
	readonly history: History;
	readonly localBroker: LocalBroker;
	readonly takeTurn: TakeTurn;
}

/** The connection with this id, or `not-found`: it may have been deleted in another window a moment ago. */
export function findConnection({ list }: Pick<CommandParts, "list">, id: string): Result<LiveConnection> {
	const connection = list.find(id);
	if (connection === undefined) return { ok: false, failure: createFailure("not-found", { what: "connection" }) };
	return { ok: true, value: connection };
}

export const DONE: Result<null> = { ok: true, value: null };
