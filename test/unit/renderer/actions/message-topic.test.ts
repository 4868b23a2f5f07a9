import { expect, test } from "vitest";
import { filterToTopic, subscribeToTopic } from "../../../../renderer/actions/message-topic.ts";
import { createStores } from "../../../../renderer/state/create-stores.ts";
import { applyTopicFilter } from "../../../../renderer/state/view-store.ts";
import type { ReceivedMessage } from "../../../../shared/model/message.ts";

const createSubject = (topic: string) => {
	const message: ReceivedMessage = {
		kind: "received",
		seq: 1,
		at: 0,
		topic,
		payload: new Uint8Array(0),
		payloadBytes: 0,
		qos: 0,
		retain: false,
		dup: false,
	};
	return { connectionId: "one", message };
};

test("a topic is a filter only where it means itself", () => {
	const stores = createStores();
	for (const topic of ["a/b", "/", "$SYS/broker", "$share"]) {
		const can = [subscribeToTopic, filterToTopic].map((action) => action.when(stores, createSubject(topic)));
		expect({ topic, can }).toEqual({ topic, can: topic === "$share" ? [false, false] : [true, true] });
	}
	for (const topic of ["", "a/#", "+/b", "a#", "$share/group/a"]) {
		const can = [subscribeToTopic, filterToTopic].map((action) => action.when(stores, createSubject(topic)));
		expect({ topic, can }).toEqual({ topic, can: [false, false] });
	}
});

test("a conversation that is narrowed to a topic is not narrowed to it again", () => {
	const stores = createStores();
	stores.view.setState((state) => applyTopicFilter(state, "one", "a/b"));
	expect(filterToTopic.when(stores, createSubject("a/b"))).toBe(false);
	expect(filterToTopic.when(stores, createSubject("a"))).toBe(true);
});
