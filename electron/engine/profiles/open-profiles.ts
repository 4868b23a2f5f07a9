/**
 * Opens `profiles.json`. It always opens: a file that cannot be read is set aside, never changed, and what was lost is told as
 * trouble. A change counts only once it is on disk; until then, and after a failed write, everybody sees the old state.
 */
import { join } from "node:path";
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { formatSystemError } from "../format-system-error.ts";
import type { Log } from "../ports.ts";
import { applyArrangement, applyConnection, applyFolderRemoved } from "./apply-profiles.ts";
import { createSerialWriter } from "./create-serial-writer.ts";
import type { Profiles } from "./profiles.ts";
import { formatProfilesDocument, type ProfilesState } from "./profiles-document.ts";
import { readProfilesFile } from "./read-profiles-file.ts";
import { writeFileWhole } from "./write-file-whole.ts";

export interface ProfilesOptions {
	/** An existing folder that this process may write. */
	readonly folder: string;
	readonly log: Log;
}

type Change = (state: ProfilesState) => ProfilesState;

export async function openProfiles({ folder, log }: ProfilesOptions): Promise<Profiles> {
	const path = join(folder, "profiles.json");
	const opened = await readProfilesFile(folder, path);
	if (opened.trouble !== null) log.write("warning", opened.trouble.code, opened.trouble.detail);
	let state = opened.state;
	let writeTrouble: Failure | null = null;
	const listeners = new Set<() => void>();

	const store = async (changes: readonly Change[]): Promise<Result<null>> => {
		const next = changes.reduce((before, change) => change(before), state);
		try {
			if (opened.writable) await writeFileWhole(path, formatProfilesDocument(next));
		} catch (error) {
			const cause = formatSystemError(error);
			writeTrouble = createFailure("profiles-write-failed", { cause });
			log.write("error", "profiles-write-failed", { cause });
			for (const listener of listeners) listener();
			return { ok: false, failure: writeTrouble };
		}
		state = next;
		writeTrouble = null;
		for (const listener of listeners) listener();
		return { ok: true, value: null };
	};
	const writer = createSerialWriter(store);

	return {
		get connections() {
			return state.connections;
		},
		get folders() {
			return state.folders;
		},
		get preferences() {
			return state.preferences;
		},
		get savedMessages() {
			return state.savedMessages;
		},
		get trouble() {
			return writeTrouble ?? opened.trouble;
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		saveConnection: (connection, place = {}) => writer.add((before) => applyConnection(before, connection, place)),
		removeConnection: (id) =>
			writer.add((before) => ({ ...before, connections: before.connections.filter(({ profile }) => profile.id !== id) })),
		saveArrangement: (arrangement) => writer.add((before) => applyArrangement(before, arrangement)),
		removeFolder: (id) => writer.add((before) => applyFolderRemoved(before, id)),
		saveMessages: (savedMessages) => writer.add((before) => ({ ...before, savedMessages })),
		savePreferences: (preferences) => writer.add((before) => ({ ...before, preferences })),
		close: () => writer.close(),
	};
}
