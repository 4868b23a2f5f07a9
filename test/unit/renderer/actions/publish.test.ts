import { describe, expect, it } from "vitest";
import { clearRetained, publish } from "../../../../renderer/actions/publish.ts";
import { readOversize } from "../../../../renderer/actions/select-offer.ts";
import { canSayIn, EMPTY_PROPERTIES, switchFormat } from "../../../../renderer/state/composer-draft.ts";
import { applyDraft, selectComposer } from "../../../../renderer/state/composer-store.ts";
import { createStores } from "../../../../renderer/state/create-stores.ts";
import type { EngineLink } from "../../../../shared/contract/engine-link.ts";
import type { ConnectionState, Granted } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { PayloadFormat } from "../../../../shared/model/written-message.ts";

interface Sent {
	readonly topic: string;
	readonly payload: Uint8Array;
	readonly qos: number;
	readonly retain: boolean;
	readonly properties: unknown;
}

const GRANTED = { maximumQos: 1, retainAvailable: false, topicAliasMaximum: 5 } as Granted;
const subject = { connectionId: "c" };

function createPage(state: ConnectionState, answer: Failure | null = null) {
	const stores = createStores();
	stores.link.setState({ link: { kind: "open" } });
	stores.connections.setState({ states: new Map([["c", state]]) });
	const sent: Sent[] = [];
	const request = async (_name: string, input: unknown) => {
		sent.push(input as Sent);
		return answer === null ? { ok: true, value: { seq: 1 } } : { ok: false, failure: answer };
	};
	const host = {
		link: { request } as unknown as EngineLink,
		can: { showDataFolder: false, takeEveryKey: false },
		clipboard: { writeText: async () => true },
	};
	const context = { stores, host, say: (key: string) => key } as unknown as Parameters<typeof publish.run>[0];
	const change = (part: Parameters<typeof applyDraft>[2]) =>
		stores.composer.setState((before) => applyDraft(before, "c", part), true);
	return { stores, context, sent, change, entry: () => selectComposer(stores.composer.getState(), "c") };
}

describe("the composer", () => {
	it("sends topic, UTF-8 payload, QoS and retain, keeps the draft, and knows the topic from then on", async () => {
		const { context, sent, change, entry } = createPage({ kind: "idle" });
		change({ topic: "a/b", text: "温", qos: 1, retain: true });
		await publish.run(context, subject);
		expect(sent[0]).toMatchObject({ topic: "a/b", qos: 1, retain: true, payload: new Uint8Array([0xe6, 0xb8, 0xa9]) });
		expect(entry()).toMatchObject({ draft: { topic: "a/b", text: "温" }, recentTopics: ["a/b"], failure: null });
	});

	it("cannot send a topic with wildcards, broken JSON, or what the broker does not offer", () => {
		const { stores, change } = createPage({ kind: "connected", since: 0, granted: GRANTED });
		const can = () => publish.when(stores, subject);
		expect(can()).toBe(false);
		change({ topic: "a" });
		expect(can()).toBe(true);
		for (const refused of [{ topic: "a/#" }, { qos: 2 }, { retain: true }, { format: "json", text: "{" }] as const) {
			change(refused);
			expect(can(), JSON.stringify(refused)).toBe(false);
			change({ topic: "a", qos: 0, retain: false, format: "text" });
		}
		expect(clearRetained.when(stores, subject)).toBe(false);
	});

	it("says a refusal where it can be mended, and forgets it with the next change", async () => {
		const { context, change, entry } = createPage({ kind: "idle" }, createFailure("offline-qos-0"));
		change({ topic: "a" });
		await publish.run(context, subject);
		expect(entry().failure?.code).toBe("offline-qos-0");
		change({ qos: 1 });
		expect(entry().failure).toBeNull();
	});

	it("does not send what is larger than the broker's largest packet, and counts it exactly", () => {
		const { stores, change } = createPage({
			kind: "connected",
			since: 0,
			granted: { ...GRANTED, maximumPacketBytes: 30, retainAvailable: true },
		});
		change({ topic: "a/b", text: "温".repeat(7) });
		// 1 + 1 + 2 + 3 + 1 + 21: header, length, topic with its length, properties, payload.
		expect(readOversize(stores, "c")).toBeNull();
		expect(publish.when(stores, subject)).toBe(true);
		change({ text: "温".repeat(8) });
		expect(readOversize(stores, "c")).toEqual({ bytes: 32, maximum: 30 });
		expect(publish.when(stores, subject)).toBe(false);
		expect(clearRetained.when(stores, subject)).toBe(true);
	});

	it("checks a long JSON before it is sent, and says where it is wrong", async () => {
		const { context, sent, change, entry } = createPage({ kind: "idle" });
		change({ topic: "a", format: "json", text: `[${"1,".repeat(100_000)}` });
		expect(entry().jsonError).toBeNull();
		await publish.run(context, subject);
		expect(sent).toEqual([]);
		expect(entry()).toMatchObject({ jsonError: { problem: "unexpected-end", line: 1 }, failure: { code: "invalid-input" } });
	});

	it("never sends half a character in disguise", async () => {
		const { context, sent, change, entry } = createPage({ kind: "idle" });
		change({ topic: "a", text: "x\ud800" });
		await publish.run(context, subject);
		expect(sent).toEqual([]);
		expect(entry().failure?.problems?.[0]?.rule).toBe("lone-surrogate");
	});

	it("clears a retained message with an empty retained payload, and says what it did", async () => {
		const { context, sent, change, entry } = createPage({ kind: "idle" });
		change({ topic: "a", text: "still here", qos: 1 });
		await clearRetained.run(context, subject);
		expect(sent[0]).toMatchObject({ topic: "a", qos: 1, retain: true, payload: new Uint8Array(0) });
		expect(entry()).toMatchObject({ outcome: { kind: "clear-waits", topic: "a" }, draft: { text: "still here", retain: false } });
	});

	it("checks JSON while it is typed, says the place, and loses nothing when the format changes", () => {
		const { change, entry } = createPage({ kind: "idle" });
		change({ format: "json", text: '{"a": 1,\n"b": }' });
		expect(entry().jsonError).toMatchObject({ problem: "unexpected-character", line: 2, column: 6 });
		change({ format: "text" });
		expect(entry()).toMatchObject({ jsonError: null, draft: { text: '{"a": 1,\n"b": }' } });
		change({ format: "json" });
		expect(entry().jsonError).not.toBeNull();
	});

	it("sends every property of MQTT 5 that is not left empty, and hex as the bytes it says", async () => {
		const { context, sent, change } = createPage({ kind: "idle" });
		const properties = {
			...EMPTY_PROPERTIES,
			payloadFormat: "bytes",
			messageExpiry: "60",
			responseTopic: "r/1",
			correlation: "de ad",
			correlationSyntax: "hex",
			userProperties: [
				{ key: "k", value: "1" },
				{ key: "", value: "" },
				{ key: "k", value: "2" },
			],
		} as const;
		change({ topic: "a", qos: 1, format: "hex", hex: "00 ff", properties });
		await publish.run(context, subject);
		expect(sent[0]).toMatchObject({
			payload: new Uint8Array([0, 255]),
			properties: {
				payloadIsUtf8: false,
				messageExpirySeconds: 60,
				responseTopic: "r/1",
				correlationData: new Uint8Array([0xde, 0xad]),
				userProperties: [
					{ key: "k", value: "1" },
					{ key: "k", value: "2" },
				],
			},
		});
	});

	it("does not send a property that breaks a rule, a topic alias beyond the broker's, broken hex, or no file", () => {
		const { stores, change } = createPage({ kind: "connected", since: 0, granted: GRANTED });
		change({ topic: "a" });
		for (const wrong of [
			{ messageExpiry: "4294967296" },
			{ topicAlias: "0" },
			{ topicAlias: "6" },
			{ responseTopic: "a/+" },
			{ correlation: "x", correlationSyntax: "hex" },
			{ contentType: "a\0" },
			{ userProperties: [{ key: "\ud800", value: "" }] },
		] as const) {
			change({ properties: { ...EMPTY_PROPERTIES, ...wrong } });
			expect(publish.when(stores, subject), JSON.stringify(wrong)).toBe(false);
		}
		change({ properties: EMPTY_PROPERTIES, format: "hex", hex: "0" });
		expect(publish.when(stores, subject)).toBe(false);
		change({ format: "file" });
		expect(publish.when(stores, subject)).toBe(false);
		change({ format: "base64", base64: "AA==" });
		expect(publish.when(stores, subject)).toBe(true);
	});

	it("reads a file when it is sent, and says where it cannot", async () => {
		const { context, sent, change, entry } = createPage({ kind: "idle" });
		let content = new Uint8Array([1]);
		const file = { name: "a.bin", bytes: 1, read: async () => content };
		change({ topic: "a", qos: 1, format: "file", file });
		content = new Uint8Array([2]);
		await publish.run(context, subject);
		expect(sent[0]?.payload).toEqual(new Uint8Array([2]));
		change({ file: { ...file, read: () => Promise.reject(new Error("gone")) } });
		await publish.run(context, subject);
		expect(sent).toHaveLength(1);
		expect(entry().failure).toMatchObject({ code: "file-unreadable", detail: { name: "a.bin" } });
	});

	it("another format says the same bytes, and what was typed comes back as it was typed", () => {
		const { change, entry } = createPage({ kind: "idle" });
		const choose = (format: PayloadFormat) => change(switchFormat(entry().draft, format));
		change({ text: "h\u00e9" });
		choose("hex");
		expect(entry().draft.hex).toBe("68 c3 a9");
		choose("base64");
		expect(entry().draft.base64).toBe("aMOp");
		change({ base64: "/w==" });
		choose("hex");
		change({ hex: "FF" });
		choose("base64");
		choose("hex");
		expect(entry().draft.hex).toBe("FF");
		expect(canSayIn(entry().draft, "text")).toBe(false);
		choose("json");
		expect(entry().draft.text).toBe("h\u00e9");
		choose("file");
		choose("hex");
		expect(entry().draft).toMatchObject({ hex: "FF", base64: "/w==", text: "h\u00e9" });
	});
});
