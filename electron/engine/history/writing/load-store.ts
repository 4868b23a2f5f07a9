/** Opens the database and reads what the program has to know of it from the start. Damage that only shows now is treated like any other. */
import type { Failure } from "../../../../shared/model/failure.ts";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";
import type { LoadedConversation, WriterSetup } from "../worker-message.ts";
import { readLoaded } from "./conversation-record.ts";
import { createWriterStore, type WriterStore } from "./create-writer-store.ts";
import { openStore } from "./open-store.ts";
import { restoreConversations } from "./restore-conversations.ts";

export interface LoadedStore {
	readonly store: WriterStore;
	readonly file: string;
	readonly refuge: string | null;
	readonly conversations: readonly LoadedConversation[];
	/** The newest batch of this run that is stored; 0 = none. */
	readonly lastBatch: number;
	readonly trouble: Failure | null;
}

export function loadStore(setup: WriterSetup, damage: string | null = setup.damage?.cause ?? null): LoadedStore {
	const { database, file, refuge, trouble } = openStore({ ...setup, damage });
	try {
		if (setup.damage !== null) restoreConversations(database, setup.damage.known);
		const store = createWriterStore(database, setup.keepMessages);
		const last = store.prepare("SELECT name, batch FROM run").get();
		const loaded = Array.from(store.records.values(), (record) => readLoaded(database, record));
		return {
			store,
			file,
			refuge,
			conversations: loaded.filter((one) => one !== null),
			lastBatch: last?.["name"] === setup.run ? Number(last["batch"]) : 0,
			trouble,
		};
	} catch (error) {
		database.close();
		const { cause, isPassing } = readSqliteTrouble(error);
		// A new database that cannot be read either is no damage, and no other one would be better.
		if (isPassing || damage !== null) throw error;
		return loadStore(setup, cause);
	}
}
