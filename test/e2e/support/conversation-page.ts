/**
 * What a person does on the page, step by step, and what a person sees: through roles, names and words alone, so that a walkthrough
 * also proves that a screen reader finds its way. Steps end when their effect is seen, where it is sure to be seen.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import type { MqttVersion, Protocol } from "../../../shared/model/connection.ts";
import type { QoS } from "../../../shared/model/message.ts";

/** Fields of the connection form; what is absent stays as the form proposes it. */
export interface ConnectionFields {
	readonly name?: string;
	readonly protocol?: Protocol;
	readonly host?: string;
	readonly port?: number | string;
	readonly path?: string;
	readonly clientId?: string;
	readonly version?: MqttVersion;
	readonly username?: string;
	readonly password?: string;
	readonly connectTimeout?: string;
	readonly keepAlive?: string;
	readonly autoReconnect?: boolean;
	readonly reconnectAfter?: string;
	/** Clean Start on MQTT 5, Clean Session before. */
	readonly clean?: boolean;
	readonly sessionExpiry?: string;
	/** null = none. */
	readonly will?: WillFields | null;
}

export interface WillFields {
	readonly topic?: string;
	readonly payload?: string;
	readonly qos?: QoS;
	readonly retain?: boolean;
	/** In seconds, on MQTT 5. */
	readonly delay?: string;
}

export interface MessageFields {
	readonly topic?: string;
	readonly payload?: string;
	readonly format?: "Text" | "JSON";
	readonly qos?: QoS;
	readonly retain?: boolean;
}

export interface ConversationPage {
	readonly page: Page;
	/** The open connection's part of the page. */
	readonly main: Locator;

	/** The dialog of a connection, new or known. */
	readonly form: Locator;
	/** With all its parts unfolded. */
	openForm(): Promise<void>;
	openEditForm(): Promise<void>;
	fillForm(fields: ConnectionFields): Promise<void>;
	/** A new connection through the form, saved and seen connected. */
	connectNew(fields: ConnectionFields & { readonly name: string }): Promise<void>;
	/** A new connection through the form, saved and told to connect; what comes of it is not waited for. */
	tryNew(fields: ConnectionFields & { readonly name: string }): Promise<void>;

	/** A connection's row in the list. */
	row(name: string): Locator;
	/** Its dot, by what it says: "Connected", "Failed" and so on. */
	dot(name: string, state: string): Locator;
	unread(name: string): Locator;
	/** Opens a connection's conversation. */
	open(name: string): Promise<void>;
	/** The open connection's state, in words. */
	readonly status: Locator;
	/** Why the open connection failed or waits, and what to do. */
	readonly failure: Locator;
	connect(): Promise<void>;
	disconnect(): Promise<void>;
	/** From the open connection's menu, e.g. "Drop connection". */
	runMenu(item: string): Promise<void>;

	readonly subscriptionDialog: Locator;
	/** A new subscription of the open connection, seen in the list with the QoS that was granted. */
	subscribe(filter: string, qos?: QoS): Promise<void>;
	subscription(filter: string): Locator;

	readonly composer: Locator;
	fillComposer(fields: MessageFields): Promise<void>;
	/** Publishes from the open connection and sees the bubble. */
	publish(fields: MessageFields & { readonly topic: string }): Promise<void>;

	/** The conversation: rows and what stands between them. */
	readonly log: Locator;
	/** All messages that are drawn, oldest first. */
	readonly messages: Locator;
	received(topic?: string): Locator;
	published(topic?: string): Locator;
	/** The panel that shows one message; not there while it is closed. */
	readonly inspector: Locator;
	/** The payload in the inspector: rows of text or bytes, or a tree. */
	readonly inspectedPayload: Locator;
	/** Opens the inspector on a message, through its menu. */
	inspect(message: Locator): Promise<Locator>;
	/** Thin lines between the messages, by their words. */
	event(words: string | RegExp): Locator;
	/** The side of the conversation on which this text of a message stands. */
	readSide(message: Locator, text: string): Promise<"left" | "right">;
	/** "12 messages" and the like, over the rows. */
	total(words: string): Locator;
}

export function createConversationPage(page: Page): ConversationPage {
	const form = page.getByRole("dialog", { name: /^(New Connection|Edit connection)$/ });
	const list = page.getByRole("navigation", { name: "Connections" });
	const main = page.getByRole("main");
	const subscriptionDialog = page.getByRole("dialog", { name: /^(New Subscription|Edit subscription)$/ });
	const subscriptions = page.getByRole("region", { name: "Subscriptions" });
	const composer = page.getByRole("region", { name: "Composer" });
	const log = page.getByRole("log", { name: "Conversation" });
	const messages = log.getByRole("article");
	const inspector = page.getByRole("complementary", { name: "Inspector", exact: true });
	const inspected = { name: "Payload", exact: true } as const;
	const field = (name: string) => form.getByRole("textbox", { name, exact: true });
	const ofKind = (kind: "Received" | "Published", topic?: string) =>
		log.getByRole("article", { name: topic === undefined ? `${kind}, ` : `${kind}, ${topic}, ` });

	const self: ConversationPage = {
		page,
		main,
		form,
		async openForm() {
			await page.getByRole("button", { name: "New Connection" }).click();
			await unfold(form);
		},
		async openEditForm() {
			await self.runMenu("Edit…");
			await unfold(form);
		},
		async fillForm(fields) {
			const fill = async (name: string, value: string | number | undefined) => {
				if (value !== undefined) await field(name).fill(String(value));
			};
			// The protocol first: it moves the port. The version early: it decides which fields there are.
			if (fields.protocol !== undefined) await choose(form, "Protocol", `${fields.protocol}://`);
			if (fields.version !== undefined) await choose(form, "MQTT version", fields.version);
			await fill("Host", fields.host);
			await fill("Name", fields.name);
			await fill("Port", fields.port);
			await fill("Path", fields.path);
			await fill("Client ID", fields.clientId);
			await fill("Username", fields.username);
			if (fields.password !== undefined) await form.getByLabel("Password", { exact: true }).fill(fields.password);
			await fill("Connect Timeout", fields.connectTimeout);
			await fill("Keep Alive", fields.keepAlive);
			await tick(form, "Auto Reconnect", fields.autoReconnect);
			await fill("Reconnect after", fields.reconnectAfter);
			await tick(form, /^Clean (Start|Session)$/, fields.clean);
			await fill("Session Expiry Interval", fields.sessionExpiry);
			await fillWill(form, fields.will);
		},
		async connectNew(fields) {
			await self.tryNew(fields);
			await expect(self.status).toHaveText("Connected");
		},
		async tryNew(fields) {
			await self.openForm();
			await self.fillForm(fields);
			await form.getByRole("button", { name: "Save and connect" }).click();
			await expect(form).toBeHidden();
			await expect(main.getByRole("heading", { level: 1, name: fields.name, exact: true })).toBeVisible();
		},

		row: (name) => list.getByRole("treeitem").filter({ has: page.getByText(name, { exact: true }) }),
		dot: (name, state) => self.row(name).getByRole("img", { name: state, exact: true }),
		unread: (name) => self.row(name).getByRole("img", { name: /unread$/ }),
		async open(name) {
			await self.row(name).click();
			await expect(self.row(name)).toHaveAttribute("aria-current", "true");
			await expect(main.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
		},
		status: main
			.getByRole("region")
			.filter({ has: page.getByRole("heading", { level: 1 }) })
			.getByRole("status"),
		failure: main.getByRole("alert"),
		async connect() {
			await main.getByRole("button", { name: "Connect", exact: true }).click();
			await expect(self.status).toHaveText("Connected");
		},
		async disconnect() {
			await main.getByRole("button", { name: "Disconnect", exact: true }).click();
			await expect(self.status).toHaveText("Not connected");
		},
		async runMenu(item) {
			await main.getByRole("button", { name: "More actions", exact: true }).click();
			await page.getByRole("menuitem", { name: item, exact: true }).click();
		},

		subscriptionDialog,
		async subscribe(filter, qos = 0) {
			await page.getByRole("button", { name: "New Subscription" }).click();
			await subscriptionDialog.getByRole("textbox", { name: "Topic filter" }).fill(filter);
			await choose(subscriptionDialog, "QoS", String(qos));
			await subscriptionDialog.getByRole("button", { name: "Subscribe", exact: true }).click();
			await expect(subscriptionDialog).toBeHidden();
			await expect(self.subscription(filter)).toContainText(`QoS ${qos}`);
		},
		subscription: (filter) => subscriptions.getByRole("listitem").filter({ has: page.getByText(filter, { exact: true }) }),

		composer,
		async fillComposer(fields) {
			if (fields.topic !== undefined) await composer.getByLabel("Topic", { exact: true }).fill(fields.topic);
			if (fields.format !== undefined) await choose(composer, "Format", fields.format);
			if (fields.payload !== undefined) await composer.getByRole("textbox", { name: "Payload" }).fill(fields.payload);
			if (fields.qos !== undefined) await choose(composer, "QoS", String(fields.qos));
			await tick(composer, "Retain", fields.retain);
		},
		async publish(fields) {
			await self.fillComposer(fields);
			await composer.getByRole("button", { name: "Publish", exact: true }).click();
			const bubble = self.published(fields.topic);
			await expect(
				fields.payload === undefined ? bubble.last() : bubble.filter({ hasText: fields.payload }).last(),
			).toBeVisible();
		},

		log,
		messages,
		received: (topic) => ofKind("Received", topic),
		published: (topic) => ofKind("Published", topic),
		inspector,
		inspectedPayload: inspector.getByRole("region", inspected).or(inspector.getByRole("tree", inspected)),
		async inspect(message) {
			await message.getByRole("button", { name: "Actions for this message" }).click();
			await page.getByRole("menuitem", { name: "Details" }).click();
			await expect(inspector).toBeVisible();
			return inspector;
		},
		event: (words) => log.getByText(words, { exact: true }),
		async readSide(message, text) {
			const bubble = await message.getByText(text, { exact: true }).boundingBox();
			const whole = await log.boundingBox();
			if (bubble === null || whole === null) throw new Error("a side has only what is on the screen");
			return bubble.x + bubble.width / 2 < whole.x + whole.width / 2 ? "left" : "right";
		},
		total: (words) => main.getByText(words, { exact: true }),
	};
	return self;
}

async function fillWill(form: Locator, will: WillFields | null | undefined): Promise<void> {
	if (will === undefined) return;
	await tick(form, "Send a last will", will !== null);
	if (will === null) return;
	const part = form.getByRole("group", { name: "Last Will" });
	if (will.topic !== undefined) await part.getByRole("textbox", { name: "Topic", exact: true }).fill(will.topic);
	if (will.payload !== undefined) await part.getByRole("textbox", { name: "Payload", exact: true }).fill(will.payload);
	if (will.qos !== undefined) await choose(part, "QoS", String(will.qos));
	await tick(part, "Retain", will.retain);
	if (will.delay !== undefined) await part.getByRole("textbox", { name: "Delay" }).fill(will.delay);
}

/** Opens every part of the form that is folded; those that hold something of one's own are open already. */
async function unfold(form: Locator): Promise<void> {
	await expect(form).toBeVisible();
	const folded = form.locator("details:not([open]) > summary");
	while ((await folded.count()) > 0) await folded.first().click();
}

/** One of a few, as a person does it: a press on the label. */
export async function choose(within: Locator, group: string, option: string): Promise<void> {
	const radio = within.getByRole("radiogroup", { name: group, exact: true }).getByRole("radio", { name: option, exact: true });
	await radio.check();
}

async function tick(within: Locator, name: string | RegExp, wanted: boolean | undefined): Promise<void> {
	if (wanted === undefined) return;
	const box = typeof name === "string" ? within.getByLabel(name, { exact: true }) : within.getByLabel(name);
	await box.setChecked(wanted);
}
