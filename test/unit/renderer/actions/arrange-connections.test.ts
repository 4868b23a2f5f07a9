import { expect, test } from "vitest";
import type { ActionContext } from "../../../../renderer/actions/action.ts";
import { moveConnectionDown, moveConnectionUp } from "../../../../renderer/actions/arrange-connections.ts";
import { disconnectWithWill } from "../../../../renderer/actions/connection-actions.ts";
import { moveFolderDown, moveFolderUp, toggleFolder } from "../../../../renderer/actions/folder-actions.ts";
import { createStores } from "../../../../renderer/state/create-stores.ts";
import type { EngineLink } from "../../../../shared/contract/engine-link.ts";
import type { ConnectionProfile, ConnectionState } from "../../../../shared/model/connection.ts";

const folder = (id: string, parentId: string | null) => ({ id, parentId, name: id });

/** `a`, `b` and `c` stand in `hall`, `x` between them in the order but in no folder; `line` and `store` stand in `hall`. */
function createPage() {
	const stores = createStores();
	stores.connections.setState({
		loaded: true,
		order: ["a", "x", "b", "c"],
		folders: [folder("hall", null), folder("line", "hall"), folder("store", "hall")],
		places: new Map(["a", "b", "c"].map((id) => [id, "hall"])),
	});
	const asked: (readonly [string, unknown])[] = [];
	const request = async (name: string, input: unknown) => {
		asked.push([name, input]);
		return { ok: true, value: null };
	};
	const host = { link: { request } as unknown as EngineLink } as ActionContext["host"];
	return { stores, asked, context: { stores, host, say: (key: string) => key } as ActionContext };
}

test("a connection goes one place up or down among those in its folder, and no further than its ends", async () => {
	const { stores, asked, context } = createPage();
	await moveConnectionUp.run(context, { connectionId: "b" });
	await moveConnectionDown.run(context, { connectionId: "a" });
	await moveConnectionDown.run(context, { connectionId: "b" });
	expect(asked).toEqual([
		["connection.move", { id: "b", folderId: "hall", beforeId: "a" }],
		["connection.move", { id: "a", folderId: "hall", beforeId: "c" }],
		["connection.move", { id: "b", folderId: "hall", beforeId: null }],
	]);
	expect(moveConnectionUp.when(stores, { connectionId: "a" })).toBe(false);
	expect(moveConnectionDown.when(stores, { connectionId: "c" })).toBe(false);
	expect(moveConnectionDown.when(stores, { connectionId: "x" })).toBe(false);
});

test("a folder does so among the folders beside it", async () => {
	const { stores, asked, context } = createPage();
	await moveFolderUp.run(context, { folderId: "store" });
	expect(asked).toEqual([["folder.move", { id: "store", parentId: "hall", beforeId: "line" }]]);
	expect(moveFolderDown.when(stores, { folderId: "store" })).toBe(false);
	expect(moveFolderUp.when(stores, { folderId: "hall" })).toBe(false);
});

test("a folder that is closed is remembered as long as there is one", async () => {
	const { stores, context } = createPage();
	stores.layout.setState({ closedFolders: ["gone"] });
	await toggleFolder.run(context, { folderId: "hall" });
	expect(stores.layout.getState().closedFolders).toEqual(["hall"]);
	await toggleFolder.run(context, { folderId: "hall" });
	expect(stores.layout.getState().closedFolders).toEqual([]);
});

test.each([
	["5.0", true, "connected", true, null],
	["5.0", true, "idle", false, null],
	["5.0", false, "connected", false, "connection.willMissing"],
	["3.1.1", true, "connected", false, "connection.willNeedsFive"],
] as const)("on %s with a will: %s, while %s, leaving with the will is possible: %s", (version, hasWill, kind, can, reason) => {
	const { stores } = createPage();
	const profile = { id: "a", version, will: hasWill ? { topic: "t" } : null } as ConnectionProfile;
	stores.connections.setState({
		profiles: new Map([["a", profile]]),
		states: new Map([["a", { kind } as ConnectionState]]),
	});
	expect(disconnectWithWill.when(stores, { connectionId: "a" })).toBe(can);
	expect(disconnectWithWill.whyNot?.(stores, { connectionId: "a" })).toBe(reason);
});
