import { expect, test } from "vitest";
import { readClientIdHint } from "../../../../../../renderer/features/connections/form/client-id.ts";
import { createClientId } from "../../../../../../shared/model/create-client-id.ts";

test("a new client id is parley_ and eight characters, another one each time, and never hinted at", () => {
	const ids = new Set(Array.from({ length: 200 }, createClientId));
	expect(ids.size).toBe(200);
	for (const id of ids) {
		expect(id).toMatch(/^parley_[0-9a-z]{8}$/);
		expect(readClientIdHint(id, "3.1")).toBeNull();
	}
});

test("beyond 23 bytes, counted as UTF-8, or other characters are hinted at on 3.x alone", () => {
	expect(readClientIdHint("a".repeat(24), "3.1.1")).toEqual({ kind: "long", bytes: 24 });
	expect(readClientIdHint("温".repeat(8), "3.1")).toEqual({ kind: "long", bytes: 24 });
	expect(readClientIdHint("my-client", "3.1")).toEqual({ kind: "characters" });
	expect(readClientIdHint("my-client".repeat(9), "5.0")).toBeNull();
});
