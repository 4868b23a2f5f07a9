import { expect, test } from "vitest";
import type { ConnectionList } from "../../../../electron/engine/connection-list.ts";
import { startConnections } from "../../../../electron/engine/start-connections.ts";
import { createStoredConnection } from "./profiles/create-stored-connection.ts";

test("a thousand that connect at the start do so one by one, in their order, until it is stopped", async () => {
	const connected: string[] = [];
	const connections = new Map(
		Array.from({ length: 1000 }, (_, index) => {
			const id = `c${index}`;
			const session = { state: { kind: "idle" }, connect: () => connected.push(id) };
			return [id, { ...createStoredConnection({ id, connectAtStart: index % 2 === 0 }), session }];
		}),
	);
	const list = { all: connections.values(), find: (id: string) => connections.get(id) } as unknown as ConnectionList;
	const start = startConnections(list);
	expect(connected).toEqual(["c0"]);
	connections.delete("c2");
	await expect.poll(() => connected.length, { interval: 1 }).toBe(3);
	expect(connected).toEqual(["c0", "c4", "c6"]);
	start.stop();
});
