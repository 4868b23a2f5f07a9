import { expect, test } from "vitest";
import { type Migration, migrateDocument } from "../../../../../electron/engine/profiles/migrate-document.ts";

const toTwo: Migration = ({ list, ...rest }) => ({ ...rest, connections: list });
const toThree: Migration = (document) => ({ ...document, preferences: { theme: "system" } });

test("a document of any version goes through the steps that it lacks, in order", () => {
	const current = { version: 3, connections: [1], preferences: { theme: "system" } };
	expect(migrateDocument({ version: 1, list: [1] }, [toTwo, toThree])).toEqual({ kind: "current", document: current });
	expect(migrateDocument({ version: 2, connections: [1] }, [toTwo, toThree])).toEqual({ kind: "current", document: current });
	expect(migrateDocument(current, [toTwo, toThree])).toEqual({ kind: "current", document: current });
});

test("preferences of before there was a contrast get the system's, and those that have one keep it", () => {
	const old = { version: 1, connections: [], preferences: { theme: "dark", language: "ja", keepMessages: 500 } };
	const read = migrateDocument(old);
	expect(read).toMatchObject({ kind: "current", document: { preferences: { ...old.preferences, contrast: "system" } } });
	expect(migrateDocument({ version: 1, preferences: 7 })).toMatchObject({ kind: "current", document: { preferences: 7 } });
});

test("connections of before there were folders stand in none, and connect when they are told to", () => {
	const old = { version: 2, connections: [{ profile: { id: "a", name: "A" }, subscriptions: [] }, 7], preferences: {} };
	expect(migrateDocument(old)).toMatchObject({
		kind: "current",
		document: {
			folders: [],
			connections: [{ folderId: null, profile: { id: "a", name: "A", connectAtStart: false }, subscriptions: [] }, 7],
		},
	});
	expect(migrateDocument({ version: 2, connections: "none" })).toMatchObject({ document: { connections: "none", folders: [] } });
});

test("connections of before CONNECT was whole send what they sent, and keep what they have", () => {
	const will = { topic: "gone", payload: "YQ==", qos: 1, retain: true, delaySeconds: 3 };
	const read = migrateDocument({ version: 3, connections: [{ profile: { id: "a", will } }, { profile: { will: null } }, 7] });
	expect(read).toMatchObject({
		kind: "current",
		document: {
			connections: [
				{
					profile: {
						id: "a",
						reconnectCeilingSeconds: 60,
						reconnectAttempts: null,
						properties: { receiveMaximum: null, userProperties: [] },
						will: { ...will, payloadSyntax: "text", properties: {} },
					},
				},
				{ profile: { will: null } },
				7,
			],
		},
	});
});

test("preferences of before there was a density get the comfortable one, and those that have one keep it", () => {
	const old = { version: 6, preferences: { theme: "dark", contrast: "more" } };
	expect(migrateDocument(old)).toMatchObject({ document: { preferences: { ...old.preferences, density: "comfortable" } } });
	const chosen = { version: 7, preferences: { density: "compact" } };
	expect(migrateDocument(chosen)).toMatchObject({ document: { preferences: { density: "compact" } } });
});

test("a newer version is told and not read", () => {
	expect(migrateDocument({ version: 4 }, [toTwo, toThree])).toEqual({ kind: "newer", version: 4 });
});

test("a step that stumbles over a damaged document makes no exception", () => {
	const stumble: Migration = (document) => ({ first: (document["connections"] as string[])[0]?.trim() });
	expect(migrateDocument({ version: 1 }, [stumble])).toMatchObject({ kind: "damaged" });
});

test.each([[null], [[]], ["text"], [{}], [{ version: 0 }], [{ version: 1.5 }], [{ version: "1" }]])(
	"%j is no document",
	(document) => {
		expect(migrateDocument(document)).toMatchObject({ kind: "damaged" });
	},
);
