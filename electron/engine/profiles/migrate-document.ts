/**
 * Brings a document of any released version to the current one, step by step. To change the file's form: append a step here, which
 * raises the version by one, and keep the old steps for ever.
 */

import { DEFAULT_TLS } from "../../../shared/model/tls.ts";

/** Takes the document of version `index + 1` and gives that of `index + 2`, its `version` aside. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export const MIGRATIONS: readonly Migration[] = [
	addContrast,
	addFolders,
	addConnectFields,
	addTransportOptions,
	addSubscriptionFields,
	addDensity,
	addSavedMessages,
	addAuthentication,
];

function addContrast(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { preferences } = document;
	// What is no object is left to the reading, which says so.
	if (typeof preferences !== "object" || preferences === null) return document;
	return { ...document, preferences: { contrast: "system", ...preferences } };
}

/** Folders, and what connects when Parley starts. */
function addFolders(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { connections } = document;
	if (!Array.isArray(connections)) return { folders: [], ...document };
	return {
		folders: [],
		...document,
		connections: connections.map((entry: unknown) => {
			if (typeof entry !== "object" || entry === null) return entry;
			const { profile } = entry as { readonly profile?: unknown };
			if (typeof profile !== "object" || profile === null) return entry;
			return { folderId: null, ...entry, profile: { connectAtStart: false, ...profile } };
		}),
	};
}

/** CONNECT became whole: the properties of MQTT 5, the will's, and the limits of reconnecting. */
function addConnectFields(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const properties = {
		receiveMaximum: null,
		maximumPacketBytes: null,
		topicAliasMaximum: null,
		requestResponseInformation: null,
		requestProblemInformation: null,
		userProperties: [],
	};
	return changeProfiles(document, (profile) => ({
		reconnectCeilingSeconds: 60,
		reconnectAttempts: null,
		properties,
		...profile,
		will: isRecord(profile["will"]) ? { payloadSyntax: "text", properties: {}, ...profile["will"] } : profile["will"],
	}));
}

/** Client certificates, proxies and headers; and several secrets, where there was one. */
function addTransportOptions(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return changeProfiles(document, ({ hasPassword, ...profile }) => ({
		...profile,
		tls: isRecord(profile["tls"]) ? { ...DEFAULT_TLS, ...profile["tls"] } : profile["tls"],
		proxy: { kind: "none" },
		webSocketHeaders: [],
		secrets: hasPassword === true ? ["password"] : [],
	}));
}

/** SUBSCRIBE became whole, and a subscription can be switched off and muted. */
function addSubscriptionFields(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { connections } = document;
	if (!Array.isArray(connections)) return document;
	const fields = {
		noLocal: false,
		retainAsPublished: false,
		retainHandling: 0,
		identifier: null,
		userProperties: [],
		isEnabled: true,
		isMuted: false,
	};
	const add = (subscription: unknown) => (isRecord(subscription) ? { ...fields, ...subscription } : subscription);
	return {
		...document,
		connections: connections.map((entry: unknown) =>
			isRecord(entry) && Array.isArray(entry["subscriptions"])
				? { ...entry, subscriptions: entry["subscriptions"].map(add) }
				: entry,
		),
	};
}

function addSavedMessages(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return { savedMessages: [], ...document };
}

/** Enhanced authentication. */
function addAuthentication(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return changeProfiles(document, (profile) => ({ authentication: { kind: "none" }, ...profile }));
}

/** Every profile that is one; what has another shape is left to the reading, which says so. */
function changeProfiles(
	document: Readonly<Record<string, unknown>>,
	change: (profile: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const { connections } = document;
	if (!Array.isArray(connections)) return document;
	return {
		...document,
		connections: connections.map((entry: unknown) =>
			isRecord(entry) && isRecord(entry["profile"]) ? { ...entry, profile: change(entry["profile"]) } : entry,
		),
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function addDensity(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { preferences } = document;
	if (typeof preferences !== "object" || preferences === null) return document;
	return { ...document, preferences: { density: "comfortable", ...preferences } };
}

export type MigratedDocument =
	| { readonly kind: "current"; readonly document: Readonly<Record<string, unknown>> }
	| { readonly kind: "newer"; readonly version: number }
	| { readonly kind: "damaged"; readonly cause: string };

export function migrateDocument(document: unknown, migrations: readonly Migration[] = MIGRATIONS): MigratedDocument {
	if (typeof document !== "object" || document === null || Array.isArray(document)) {
		return { kind: "damaged", cause: "it is not a JSON object" };
	}
	const record = document as Readonly<Record<string, unknown>>;
	const version = record["version"];
	const current = migrations.length + 1;
	if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
		return { kind: "damaged", cause: "it has no version" };
	}
	if (version > current) return { kind: "newer", version };
	try {
		const migrated = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), record);
		return { kind: "current", document: { ...migrated, version: current } };
	} catch {
		// A step meets whatever a damaged file holds, and cannot check everything.
		return { kind: "damaged", cause: `it could not be brought from version ${version} to ${current}` };
	}
}
