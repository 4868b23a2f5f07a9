import { describe, expect, test } from "vitest";
import type { ActionContext } from "../../../../renderer/actions/action.ts";
import { connectToBroker, tryBroker } from "../../../../renderer/actions/broker-actions.ts";
import { connect } from "../../../../renderer/actions/connection-actions.ts";
import { changePreferences } from "../../../../renderer/actions/preferences-actions.ts";
import { askRedirect, followRedirect } from "../../../../renderer/actions/redirect-actions.ts";
import { runAction } from "../../../../renderer/actions/run-action.ts";
import { saveConnection } from "../../../../renderer/actions/save-connection.ts";
import { createConnectionForm } from "../../../../renderer/features/connections/form/connection-form.ts";
import { readForm } from "../../../../renderer/features/connections/form/read-form.ts";
import { selectComposer } from "../../../../renderer/state/composer-store.ts";
import { createStores } from "../../../../renderer/state/create-stores.ts";
import type { EngineLink } from "../../../../shared/contract/engine-link.ts";
import type { ConnectionProfile, ConnectionState } from "../../../../shared/model/connection.ts";
import { createFailure, createReasonFailure, createSecretsFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { DEFAULT_PREFERENCES } from "../../../../shared/model/preferences.ts";

type Answers = Readonly<Record<string, unknown>>;

const checked = readForm(createConnectionForm(new Set()));
if (!checked.ok) throw new Error("the untouched form is not allowed");
const draft = checked.value;
const profile = (id: string, change: Partial<ConnectionProfile> = {}): ConnectionProfile => ({
	...draft,
	id,
	secrets: [],
	...change,
});

/** A page whose engine answers as told, a Failure where the answer is one; what was asked is kept. */
function createPage(answers: Answers = {}, profiles: readonly ConnectionProfile[] = [], state?: ConnectionState) {
	const stores = createStores();
	stores.link.setState({ link: { kind: "open" }, wasOpen: true });
	stores.connections.setState({
		loaded: true,
		order: profiles.map(({ id }) => id),
		profiles: new Map(profiles.map((each) => [each.id, each])),
		states: new Map(state === undefined ? [] : profiles.map(({ id }) => [id, state])),
	});
	const asked: (readonly [string, unknown])[] = [];
	const request = async (name: string, input: unknown) => {
		asked.push([name, input]);
		const answer = answers[name] ?? null;
		const isFailure = typeof answer === "object" && answer !== null && "hint" in answer;
		return isFailure ? { ok: false, failure: answer } : { ok: true, value: answer };
	};
	const host = { link: { request } as unknown as EngineLink } as ActionContext["host"];
	const context: ActionContext = { stores, host, say: (key) => key };
	return { stores, context, asked, names: () => asked.map(([name]) => name) };
}

const RUNNING = { host: "127.0.0.1", tcpPort: 1883, webSocketPort: 8083 };

describe("a server that the broker points to", () => {
	const failed = (reference: string): ConnectionState => ({
		kind: "failed",
		failure: createReasonFailure("connack-refused", 0x9d, null, reference),
	});

	test("is offered and asked about; only then does the connection move there, with its secrets as they are", async () => {
		const page = createPage({ "connection.update": { reconnectNeeded: true } }, [profile("one")], failed("new.example:8883"));
		expect(askRedirect.when(page.stores, { connectionId: "one" })).toBe(true);
		await askRedirect.run(page.context, { connectionId: "one" });
		expect(page.stores.view.getState().dialog).toEqual({ kind: "redirect", connectionId: "one" });
		expect(page.asked).toEqual([]);
		await followRedirect.run(page.context, { connectionId: "one" });
		expect(page.asked[0]?.[1]).toMatchObject({ id: "one", draft: { host: "new.example", port: 8883, secrets: {} } });
		expect(page.names()).toEqual(["connection.update", "connection.connect"]);
	});

	test("whose name is no address is not offered", () => {
		const page = createPage({}, [profile("one")], failed("user:secret@evil.example"));
		expect(askRedirect.when(page.stores, { connectionId: "one" })).toBe(false);
	});
});

describe("the first minute", () => {
	test("starts the broker, connects, subscribes to everything, and leaves the reader at a composer with a topic", async () => {
		const page = createPage({ "broker.start": RUNNING, "connection.create": { id: "new" } });
		expect(await tryBroker.run(page.context, undefined)).toBeNull();
		expect(page.names()).toEqual(["broker.start", "connection.create", "connection.connect", "subscription.add"]);
		expect(page.asked[1]?.[1]).toMatchObject({ draft: { name: "broker.connectionName", host: "127.0.0.1", port: 1883 } });
		expect(page.asked[3]?.[1]).toMatchObject({ connectionId: "new", drafts: [{ filter: "#" }] });
		const view = page.stores.view.getState();
		expect(view).toMatchObject({ openConnectionId: "new", section: "conversations", composerFocusRequests: 1 });
		expect(selectComposer(page.stores.composer.getState(), "new").draft.topic).toBe("hello/world");
	});

	test("ends at the broker where that cannot start", async () => {
		const failure = createFailure("broker-not-started", { cause: "busy" });
		const page = createPage({ "broker.start": failure });
		expect(await tryBroker.run(page.context, undefined)).toBe(failure);
		expect(page.names()).toEqual(["broker.start"]);
	});
});

describe("connecting to the built-in broker", () => {
	test("takes the connection that leads there", async () => {
		const page = createPage({ "broker.start": RUNNING }, [profile("a", { host: "127.0.0.1" })]);
		await connectToBroker.run(page.context, undefined);
		expect(page.names()).toEqual(["broker.start", "connection.connect"]);
		expect(page.stores.view.getState().openConnectionId).toBe("a");
	});

	test("lets its connection follow the port that the broker has today", async () => {
		const earlier = profile("a", { name: "broker.connectionName", host: "127.0.0.1", port: 40_000 });
		const page = createPage({ "broker.start": RUNNING, "connection.update": { reconnectNeeded: false } }, [earlier]);
		await connectToBroker.run(page.context, undefined);
		expect(page.names()).toEqual(["broker.start", "connection.update", "connection.connect"]);
		expect(page.asked[1]?.[1]).toEqual({ id: "a", draft: { ...draft, name: earlier.name, host: "127.0.0.1", port: 1883 } });
	});

	test("makes one of another name where the name is taken by a connection to elsewhere", async () => {
		const other = profile("a", { name: "broker.connectionName", host: "elsewhere" });
		const page = createPage({ "broker.start": RUNNING, "connection.create": { id: "new" } }, [other]);
		await connectToBroker.run(page.context, undefined);
		expect(page.asked[1]?.[1]).toMatchObject({ draft: { name: "broker.connectionName 2" } });
	});
});

describe("connecting", () => {
	test("asks for secrets that are not known any more, instead of telling a failure", async () => {
		const needed = createSecretsFailure("a", ["password", "tlsKey"]);
		const page = createPage({ "connection.connect": needed }, [profile("a")], { kind: "idle" });
		await runAction(page.context, connect, { connectionId: "a" });
		expect(page.stores.view.getState().dialog).toEqual({ kind: "secrets", connectionId: "a", missing: ["password", "tlsKey"] });
		expect(page.stores.notices.getState().notices).toEqual([]);
	});

	test("tells any other failure as a notice", async () => {
		const failure: Failure = createFailure("link-closed");
		const page = createPage({ "connection.connect": failure }, [profile("a")], { kind: "failed", failure });
		await runAction(page.context, connect, { connectionId: "a" });
		expect(page.stores.notices.getState().notices.map(({ content }) => content)).toEqual([{ kind: "failure", failure }]);
	});

	test("is not begun twice", async () => {
		const page = createPage({}, [profile("a")], { kind: "connecting", attempt: 1, since: 0 });
		await runAction(page.context, connect, { connectionId: "a" });
		expect(page.asked).toEqual([]);
	});
});

describe("saving a connection", () => {
	test("tells the form why it was not saved", async () => {
		const taken = createFailure("name-taken", { name: "localhost" });
		const page = createPage({ "connection.create": taken });
		expect(await saveConnection.run(page.context, { connectionId: null, draft, thenConnect: true })).toBe(taken);
		expect(page.names()).toEqual(["connection.create"]);
	});

	test("is done once it is saved: what fails at connecting is a notice, so that a second press does not make a second connection", async () => {
		const failure = createFailure("link-closed");
		const page = createPage({ "connection.create": { id: "new" }, "connection.connect": failure });
		expect(await saveConnection.run(page.context, { connectionId: null, draft, thenConnect: true })).toBeNull();
		expect(page.stores.notices.getState().notices).toHaveLength(1);
	});

	test("begins an open connection anew where the change asks for it, and leaves it alone where it does not", async () => {
		const connected = { kind: "connected" } as ConnectionState;
		const save = { connectionId: "a", draft, thenConnect: true };
		const needed = createPage({ "connection.update": { reconnectNeeded: true } }, [profile("a")], connected);
		await saveConnection.run(needed.context, save);
		expect(needed.names()).toEqual(["connection.update", "connection.disconnect", "connection.connect"]);
		const notNeeded = createPage({ "connection.update": { reconnectNeeded: false } }, [profile("a")], connected);
		await saveConnection.run(notNeeded.context, save);
		expect(notNeeded.names()).toEqual(["connection.update"]);
	});

	test("without connecting says that the change waits for the next connect", async () => {
		const page = createPage({ "connection.update": { reconnectNeeded: true } }, [profile("a")], {
			kind: "connected",
		} as ConnectionState);
		await saveConnection.run(page.context, { connectionId: "a", draft, thenConnect: false });
		expect(page.stores.notices.getState().notices[0]?.content).toEqual({ kind: "done", text: "form.reconnectNeeded" });
	});
});

test("a setting is changed at once, and changed back where it could not be stored", async () => {
	const failure = createFailure("profiles-write-failed", { cause: "disk full" });
	const page = createPage({ "preferences.update": failure });
	page.stores.program.setState({
		program: { preferences: DEFAULT_PREFERENCES, troubles: [], version: "0", dataFolder: "", passwordsSurviveRestart: true },
	});
	const theme = () => page.stores.program.getState().program?.preferences.theme;
	const outcome = changePreferences.run(page.context, { theme: "dark" });
	expect(theme()).toBe("dark");
	expect(await outcome).toBe(failure);
	expect(theme()).toBe("system");
});
