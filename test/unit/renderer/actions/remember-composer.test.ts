import { afterEach, describe, expect, it, vi } from "vitest";
import { recallComposer, writeRemembered } from "../../../../renderer/actions/remember-composer.ts";
import { applyDraft, createComposerStore, selectComposer } from "../../../../renderer/state/composer-store.ts";

function createStorage(items: Map<string, string>): Pick<Storage, "getItem" | "setItem"> {
	return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
}

function recall(): ReturnType<typeof selectComposer> {
	const store = createComposerStore();
	recallComposer(store, "c");
	return selectComposer(store.getState(), "c");
}

describe("what a composer remembers", () => {
	afterEach(() => vi.unstubAllGlobals());

	it("is topic, QoS, retain, format and the topics used, and never a payload", () => {
		const items = new Map<string, string>();
		vi.stubGlobal("localStorage", createStorage(items));
		const store = createComposerStore();
		store.setState(
			(state) => applyDraft(state, "c", { topic: "a/b", text: "a secret", qos: 2, retain: true, format: "json" }),
			true,
		);
		writeRemembered("c", { ...selectComposer(store.getState(), "c"), recentTopics: ["a/b", "c"] });
		expect(JSON.stringify([...items])).not.toContain("secret");
		expect(recall()).toMatchObject({
			draft: { topic: "a/b", text: "", qos: 2, retain: true, format: "json" },
			recentTopics: ["a/b", "c"],
		});
	});

	it("may be missing, forbidden, or anything at all", () => {
		const empty = { draft: { topic: "", text: "", format: "text", qos: 0, retain: false }, recentTopics: [] };
		for (const stored of ["", "no json", "null", "7", '{"topic":"a/#","qos":7,"retain":"yes","recentTopics":[1,"x\\u0000"]}']) {
			vi.stubGlobal("localStorage", createStorage(new Map([["parley.composer.c", stored]])));
			expect(recall(), stored).toMatchObject(empty);
		}
		const forbidden = () => {
			throw new Error("storage is forbidden here");
		};
		vi.stubGlobal("localStorage", { getItem: forbidden, setItem: forbidden });
		expect(recall()).toMatchObject(empty);
		expect(() => writeRemembered("c", recall())).not.toThrow();
	});

	it("does not overwrite what stands in the composer already", () => {
		vi.stubGlobal("localStorage", createStorage(new Map([["parley.composer.c", '{"topic":"old"}']])));
		const store = createComposerStore();
		store.setState((state) => applyDraft(state, "c", { topic: "new" }), true);
		recallComposer(store, "c");
		expect(selectComposer(store.getState(), "c").draft.topic).toBe("new");
	});
});
