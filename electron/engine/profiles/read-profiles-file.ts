/** Reads `profiles.json` as it is found, and sets aside what cannot be read. Never throws, and never changes a file it did not understand. */
import { constants, copyFile, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { formatSystemError } from "../format-system-error.ts";
import { EMPTY_PROFILES, type ProfilesState, parseProfilesDocument, type ReadProfiles } from "./profiles-document.ts";

export interface OpenedProfiles {
	readonly state: ProfilesState;
	readonly trouble: Failure | null;
	/** False where writing would destroy what a newer Parley has written, or what could not be set aside. */
	readonly writable: boolean;
}

export async function readProfilesFile(folder: string, path: string): Promise<OpenedProfiles> {
	let read: ReadProfiles;
	try {
		read = parseProfilesDocument(await readFile(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return { state: EMPTY_PROFILES, trouble: null, writable: true };
		read = { kind: "damaged", cause: formatSystemError(error) };
	}
	switch (read.kind) {
		case "newer":
			return {
				state: EMPTY_PROFILES,
				trouble: createFailure("profiles-newer", { version: read.version }),
				writable: false,
			};
		case "damaged":
			return setAside(folder, read.cause, EMPTY_PROFILES, "profiles-set-aside", (to) => rename(path, to));
		case "read":
			if (read.problems.length === 0) return { state: read.state, trouble: null, writable: true };
			return setAside(folder, read.problems.join("; ").slice(0, 500), read.state, "profiles-partly-damaged", (to) =>
				copyFile(path, to, constants.COPYFILE_EXCL),
			);
	}
}

async function setAside(
	folder: string,
	cause: string,
	state: ProfilesState,
	code: "profiles-set-aside" | "profiles-partly-damaged",
	move: (to: string) => Promise<void>,
): Promise<OpenedProfiles> {
	const file = `profiles.damaged-${new Date().toISOString().replaceAll(":", "-")}.json`;
	try {
		await move(join(folder, file));
		return { state, trouble: createFailure(code, { cause, file }), writable: true };
	} catch (error) {
		const both = `${cause}; setting it aside: ${formatSystemError(error)}`;
		return { state, trouble: createFailure("profiles-unreadable", { cause: both }), writable: false };
	}
}
