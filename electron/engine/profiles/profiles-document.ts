/**
 * The text of `profiles.json`, to and fro. Reading takes anything at all: a connection that breaks a rule is left out and counted,
 * so that one damaged entry does not cost the others. What is read obeys the same rules as what the form hands over.
 */
import { z } from "zod";
import { connectionDraft } from "../../../shared/contract/connection.ts";
import { readProblems, recordId } from "../../../shared/contract/field.ts";
import { preferences as preferencesSchema } from "../../../shared/contract/preferences.ts";
import { keptSubscription } from "../../../shared/contract/subscription.ts";
import type { ConnectionProfile, LastWill } from "../../../shared/model/connection.ts";
import type { ConnectionFolder } from "../../../shared/model/connection-folder.ts";
import { DEFAULT_PREFERENCES, type Preferences } from "../../../shared/model/preferences.ts";
import type { SavedMessage } from "../../../shared/model/saved-message.ts";
import { isSecretName } from "../../../shared/model/secret.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";
import { MIGRATIONS, migrateDocument } from "./migrate-document.ts";
import type { StoredConnection } from "./profiles.ts";
import { readStoredFolders } from "./read-stored-folders.ts";
import { readStoredMessages } from "./read-stored-messages.ts";

export interface ProfilesState {
	readonly connections: readonly StoredConnection[];
	readonly folders: readonly ConnectionFolder[];
	readonly preferences: Preferences;
	readonly savedMessages: readonly SavedMessage[];
}

export const EMPTY_PROFILES: ProfilesState = {
	connections: [],
	folders: [],
	preferences: DEFAULT_PREFERENCES,
	savedMessages: [],
};

export type ReadProfiles =
	/** `problems`: what was left out, a sentence for each. */
	| { readonly kind: "read"; readonly state: ProfilesState; readonly problems: readonly string[] }
	| { readonly kind: "newer"; readonly version: number }
	| { readonly kind: "damaged"; readonly cause: string };

export function formatProfilesDocument(state: ProfilesState): string {
	const connections = state.connections.map(({ profile, subscriptions, folderId }) => ({
		folderId,
		profile: { ...profile, will: profile.will === null ? null : packWill(profile.will) },
		subscriptions,
	}));
	const document = {
		version: MIGRATIONS.length + 1,
		preferences: state.preferences,
		folders: state.folders,
		connections,
		savedMessages: state.savedMessages,
	};
	return `${JSON.stringify(document, null, "\t")}\n`;
}

export function parseProfilesDocument(content: Uint8Array): ReadProfiles {
	let parsed: unknown;
	try {
		// Fatal, because a damaged byte inside a string would otherwise turn into another character in silence.
		parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
	} catch {
		return { kind: "damaged", cause: content.byteLength === 0 ? "it is empty" : "it is not valid JSON" };
	}
	const migrated = migrateDocument(parsed);
	return migrated.kind === "current" ? readDocument(migrated.document) : migrated;
}

function readDocument(document: Readonly<Record<string, unknown>>): ReadProfiles {
	const entries = document["connections"];
	if (!Array.isArray(entries)) return { kind: "damaged", cause: "it has no list of connections" };
	const problems: string[] = [];
	const folders = readStoredFolders(document["folders"], (problem) => problems.push(problem));
	const folderIds = new Set(folders.map(({ id }) => id));
	const connections: StoredConnection[] = [];
	const taken = new Set<string>();
	for (const [index, entry] of entries.entries()) {
		const read = storedConnection.safeParse(entry);
		if (!read.success) {
			const fields = readProblems(read.error).map((problem) => problem.field);
			problems.push(`connection ${index + 1}: ${fields.slice(0, 3).join(", ") || "wrong shape"}`);
		} else if (taken.has(read.data.profile.id)) {
			problems.push(`connection ${index + 1}: its id is taken`);
		} else {
			taken.add(read.data.profile.id);
			const { folderId } = read.data;
			const isHomeless = folderId !== null && !folderIds.has(folderId);
			if (isHomeless) problems.push(`connection ${index + 1}: its folder is missing`);
			connections.push(isHomeless ? { ...read.data, folderId: null } : read.data);
		}
	}
	const savedMessages = readStoredMessages(document["savedMessages"], (problem) => problems.push(problem));
	const preferences = preferencesSchema.safeParse(document["preferences"]);
	if (!preferences.success) problems.push("the preferences");
	return {
		kind: "read",
		state: { connections, folders, savedMessages, preferences: preferences.success ? preferences.data : DEFAULT_PREFERENCES },
		problems,
	};
}

/** JSON has no bytes. */
function packWill(will: LastWill): Record<keyof LastWill, unknown> {
	const { correlationData } = will.properties;
	const packed = correlationData === undefined ? {} : { correlationData: packBytes(correlationData) };
	return { ...will, payload: packBytes(will.payload), properties: { ...will.properties, ...packed } };
}

function packBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("base64");
}

const base64Bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64")));

const beyondDraft = z.looseObject({
	id: recordId,
	secrets: z.array(z.string().refine(isSecretName)).max(60),
	will: z
		.looseObject({
			payload: base64Bytes,
			properties: z.looseObject({ correlationData: base64Bytes.exactOptional() }),
		})
		.nullable(),
});

const storedProfile = z.unknown().transform((entry, context): ConnectionProfile => {
	const refuse = (path: PropertyKey[]) => {
		context.addIssue({ code: "custom", path, params: { rule: "wrong-shape" } });
		return z.NEVER;
	};
	const own = beyondDraft.safeParse(entry);
	if (!own.success) return refuse(own.error.issues[0]?.path ?? []);
	const { id, secrets, ...fields } = own.data;
	const draft = connectionDraft.safeParse({ ...fields, secrets: {} });
	if (!draft.success) return refuse(draft.error.issues[0]?.path ?? []);
	return { ...draft.data, id, secrets: [...new Set(secrets)] };
});

const storedSubscription = z.unknown().transform((entry, context): Subscription => {
	const own = z.looseObject({ id: recordId }).safeParse(entry);
	if (own.success) {
		const { id, ...fields } = own.data;
		const draft = keptSubscription.safeParse(fields);
		if (draft.success) return { ...draft.data, id };
	}
	context.addIssue({ code: "custom", params: { rule: "wrong-shape" } });
	return z.NEVER;
});

const storedConnection: z.ZodType<StoredConnection> = z.strictObject({
	folderId: recordId.nullable(),
	profile: storedProfile,
	subscriptions: z
		.array(storedSubscription)
		.refine((list) => new Set(list.map((one) => one.id)).size === list.length, { params: { rule: "wrong-shape" } }),
});
