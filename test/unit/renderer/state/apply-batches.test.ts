import { describe, expect, test } from "vitest";
import { applyConnectionsBatch, createConnectionsStore } from "../../../../renderer/state/connections-store.ts";
import { applyNotice, applyNoticeDismissed, createNoticesStore } from "../../../../renderer/state/notices-store.ts";
import { applyProgramBatch, applyTroubleDismissed, createProgramStore } from "../../../../renderer/state/program-store.ts";
import { applySubscriptionsBatch, createSubscriptionsStore } from "../../../../renderer/state/subscriptions-store.ts";
import { applyConnectionOrder, applyTopicFilter, createViewStore } from "../../../../renderer/state/view-store.ts";
import type { ConnectionsBatch } from "../../../../shared/contract/connection.ts";
import type { ProgramBatch } from "../../../../shared/contract/preferences.ts";
import type { SubscriptionEntry } from "../../../../shared/contract/subscription.ts";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import { DEFAULT_PREFERENCES } from "../../../../shared/model/preferences.ts";

const profile = (id: string, name = id) => ({ id, name }) as ConnectionProfile;
const connections = (change: Partial<ConnectionsBatch>): ConnectionsBatch => ({
	reset: false,
	order: null,
	folders: null,
	places: [],
	profiles: [],
	states: [],
	activities: [],
	...change,
});

describe("the list of connections", () => {
	const first = applyConnectionsBatch(
		createConnectionsStore().getState(),
		connections({ reset: true, order: ["a", "b"], profiles: [profile("a"), profile("b")] }),
	);

	test("is known to be loaded with its first batch, even an empty one", () => {
		const empty = applyConnectionsBatch(createConnectionsStore().getState(), connections({ reset: true, order: [] }));
		expect(empty.loaded).toBe(true);
	});

	test("changes nothing but what a batch names", () => {
		const after = applyConnectionsBatch(
			first,
			connections({ states: [{ id: "a", state: { kind: "failed", failure: createFailure("refused") } }] }),
		);
		expect(after.order).toBe(first.order);
		expect(after.profiles).toBe(first.profiles);
		expect(after.activities).toBe(first.activities);
		expect(after.states.get("a")?.kind).toBe("failed");
	});

	test("forgets everything of a connection that left the order", () => {
		const withState = applyConnectionsBatch(first, connections({ states: [{ id: "b", state: { kind: "idle" } }] }));
		const after = applyConnectionsBatch(withState, connections({ order: ["a"] }));
		expect([...after.profiles.keys()]).toEqual(["a"]);
		expect([...after.states.keys()]).toEqual([]);
	});

	test("begins anew with a reset, as after a lost link", () => {
		const after = applyConnectionsBatch(first, connections({ reset: true, order: ["c"], profiles: [profile("c")] }));
		expect([...after.profiles.keys()]).toEqual(["c"]);
	});

	test("bears any id", () => {
		const after = applyConnectionsBatch(first, connections({ order: ["__proto__"], profiles: [profile("__proto__", "odd")] }));
		expect(after.profiles.get("__proto__")?.name).toBe("odd");
	});
});

describe("the connection that is open", () => {
	const open = (openConnectionId: string | null) => ({ ...createViewStore().getState(), openConnectionId });

	test("is remembered over a start, where it is still there", () => {
		expect(applyConnectionOrder(open("b"), null, ["a", "b"]).openConnectionId).toBe("b");
		expect(applyConnectionOrder(open("gone"), null, ["a", "b"]).openConnectionId).toBe("a");
	});
	test("is the first one where none was", () => expect(applyConnectionOrder(open(null), [], ["a"]).openConnectionId).toBe("a"));
	test("stays while it is there", () => expect(applyConnectionOrder(open("b"), ["a"], ["a", "b"]).openConnectionId).toBe("b"));
	test("stays while the list has not heard of it yet", () =>
		expect(applyConnectionOrder(open("new"), ["a"], ["a", "b"]).openConnectionId).toBe("new"));
	test("makes way when it is deleted", () =>
		expect(applyConnectionOrder(open("b"), ["a", "b"], ["a"]).openConnectionId).toBe("a"));
	test("is none when the last one is deleted", () =>
		expect(applyConnectionOrder(open("a"), ["a"], []).openConnectionId).toBeNull());
});

test("the same topic filter a second time takes it away, and each connection has its own", () => {
	const once = applyTopicFilter(createViewStore().getState(), "a", "x/#");
	const other = applyTopicFilter(once, "b", "y");
	expect([...other.topicFilters]).toEqual([
		["a", "x/#"],
		["b", "y"],
	]);
	expect([...applyTopicFilter(other, "a", "x/#").topicFilters]).toEqual([["b", "y"]]);
});

test("subscriptions keep the entries that a batch does not name, and drop those that left the order", () => {
	const entry = (id: string, received: number) => ({ subscription: { id }, received }) as unknown as SubscriptionEntry;
	const first = applySubscriptionsBatch(createSubscriptionsStore().getState(), "c", {
		reset: true,
		order: ["1", "2"],
		entries: [entry("1", 0), entry("2", 0)],
	});
	const second = applySubscriptionsBatch(first, "c", { reset: false, order: null, entries: [entry("2", 5)] });
	expect(second.lists.get("c")?.entries.get("1")).toBe(first.lists.get("c")?.entries.get("1"));
	expect(second.lists.get("c")?.entries.get("2")?.received).toBe(5);
	const third = applySubscriptionsBatch(second, "c", { reset: false, order: ["2"], entries: [] });
	expect([...(third.lists.get("c")?.entries.keys() ?? [])]).toEqual(["2"]);
});

test("what depends on the subscriptions alone moves with them, not with counts, and not before a long list is whole", () => {
	const entry = (id: string, received: number, filter = id) =>
		({ subscription: { id, filter }, received }) as unknown as SubscriptionEntry;
	const apply = (
		state: ReturnType<typeof applySubscriptionsBatch>,
		order: readonly string[] | null,
		...entries: SubscriptionEntry[]
	) => applySubscriptionsBatch(state, "c", { reset: false, order, entries });
	const read = (state: ReturnType<typeof applySubscriptionsBatch>) => state.lists.get("c")?.subscriptions;
	const half = apply(createSubscriptionsStore().getState(), ["1", "2"], entry("1", 0));
	expect(read(half)).toEqual([]);
	const whole = apply(half, null, entry("2", 0));
	expect(read(whole)?.map(({ id }) => id)).toEqual(["1", "2"]);
	expect(read(apply(whole, null, entry("2", 7)))).toBe(read(whole));
	expect(read(apply(whole, null, entry("2", 7, "other")))?.map(({ filter }) => filter)).toEqual(["1", "other"]);
	expect(read(apply(whole, ["2"]))?.map(({ id }) => id)).toEqual(["2"]);
});

test("a trouble that was put away is shown again when it ended and came back", () => {
	const trouble = createFailure("history-write-failed", { cause: "disk full" });
	const batch = (troubles: ProgramBatch["troubles"]): ProgramBatch => ({
		preferences: DEFAULT_PREFERENCES,
		troubles,
		version: "0",
		dataFolder: "",
		passwordsSurviveRestart: false,
	});
	const dismissed = applyTroubleDismissed(applyProgramBatch(createProgramStore().getState(), batch([trouble])), trouble);
	expect(dismissed.dismissedTroubles.size).toBe(1);
	expect(applyProgramBatch(dismissed, batch([trouble])).dismissedTroubles.size).toBe(1);
	expect(applyProgramBatch(dismissed, batch([])).dismissedTroubles.size).toBe(0);
});

test("notices are a few, the oldest going first, and never share an id", () => {
	const failure = createFailure("aborted");
	let state = createNoticesStore().getState();
	for (let index = 0; index < 6; index += 1) state = applyNotice(state, { kind: "failure", failure });
	expect(state.notices.map(({ id }) => id)).toEqual([3, 4, 5, 6]);
	expect(applyNoticeDismissed(state, 4).notices.map(({ id }) => id)).toEqual([3, 5, 6]);
});
