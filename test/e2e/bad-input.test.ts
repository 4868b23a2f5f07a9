/** What the specification forbids is refused where it is typed, with the rule, and nothing is lost by it. */
import { expect, test } from "./support/brokers.ts";
import { type ConnectionFields, type ConversationPage, choose } from "./support/conversation-page.ts";

const LEAST_1 = "At least 1.";
const NUL = "The NUL character is not allowed in MQTT text.";
const NOT_A_NUMBER = "A whole number, in digits alone.";
const TOO_LONG = "x".repeat(65_536);

interface FieldCase {
	readonly field: string;
	/** What else the form must hold for the field to be there, or to be forbidden this. */
	readonly given?: ConnectionFields;
	/** By what is typed: the rule that it breaks. */
	readonly refused: readonly (readonly [typed: string, rule: string])[];
}

const FIELDS: readonly FieldCase[] = [
	{
		field: "Name",
		refused: [
			["", "This is required."],
			["   ", "This is required."],
			["x".repeat(201), "This is too long."],
		],
	},
	{
		field: "Host",
		given: { name: "Own name" },
		refused: [
			["", "This is required."],
			["two words", "This is not a host name or an address."],
			["-dash", "This is not a host name or an address."],
			["a..b", "This is not a host name or an address."],
			["mqtt://localhost", "This is not a host name or an address."],
			["::zz", "This is not a host name or an address."],
			["h".repeat(256), "This is too long."],
		],
	},
	{
		field: "Port",
		refused: [
			["", "This is required."],
			["0", LEAST_1],
			["65536", "At most 65,535."],
			["-1", NOT_A_NUMBER],
			["18.83", NOT_A_NUMBER],
			["mqtt", NOT_A_NUMBER],
		],
	},
	{
		field: "Path",
		given: { protocol: "ws" },
		refused: [
			["", "A path begins with / and has no spaces or #."],
			["mqtt", "A path begins with / and has no spaces or #."],
			["/a b", "A path begins with / and has no spaces or #."],
			["/a#b", "A path begins with / and has no spaces or #."],
		],
	},
	{
		field: "Client ID",
		refused: [
			["a\0b", NUL],
			[TOO_LONG, "This is too long."],
		],
	},
	{
		field: "Client ID",
		given: { version: "3.1.1", clean: false },
		refused: [["", "A session that must survive needs a Client ID."]],
	},
	{
		field: "Client ID",
		given: { version: "5.0", clean: false, sessionExpiry: "60" },
		refused: [["", "A session that must survive needs a Client ID."]],
	},
	{ field: "Username", refused: [["a\0b", NUL]] },
	{
		field: "Username",
		given: { version: "3.1.1", username: "someone", password: "secret" },
		refused: [["", "Before MQTT 5, a password needs a Username."]],
	},
	{ field: "Password", refused: [["a\0b", NUL]] },
	{
		field: "Connect Timeout",
		refused: [
			["", "This is required."],
			["0", LEAST_1],
			["601", "At most 600."],
			["soon", NOT_A_NUMBER],
		],
	},
	{
		field: "Keep Alive",
		refused: [
			["", "This is required."],
			["65536", "At most 65,535."],
			["1e3", NOT_A_NUMBER],
		],
	},
	{
		field: "Reconnect after",
		refused: [
			["0", LEAST_1],
			["3601", "At most 3,600."],
		],
	},
	{
		field: "Session Expiry Interval",
		refused: [
			["", "This is required."],
			["4294967296", "At most 4,294,967,295."],
			["-1", NOT_A_NUMBER],
		],
	},
	{
		field: "CA certificates",
		given: { protocol: "mqtts" },
		refused: [["nonsense", "Not a certificate that can be read."]],
	},
	{
		field: "Delay",
		given: { will: { topic: "last_will" } },
		refused: [
			["", "This is required."],
			["4294967296", "At most 4,294,967,295."],
		],
	},
];

for (const { field, given, refused } of FIELDS) {
	const circumstances = given === undefined ? "" : ` (${JSON.stringify(given)})`;
	test(`the form refuses what ${field} must not be, at the field${circumstances}`, async ({ conversation }) => {
		const { form } = conversation;
		await conversation.openForm();
		if (given !== undefined) await conversation.fillForm(given);
		const box = form.getByRole("textbox", { name: field, exact: true }).or(form.getByLabel(field, { exact: true }));
		const allowed = await box.inputValue();
		for (const [typed, rule] of refused) {
			await box.fill(typed);
			await form.getByRole("button", { name: "Save", exact: true }).click();
			await expect(box).toBeFocused();
			await expect(box).toHaveAccessibleDescription(new RegExp(escapePattern(rule)));
			await expect(form.getByRole("alert")).toHaveText([rule]);
		}
		await box.fill(allowed);
		await expect(form.getByRole("alert")).toHaveCount(0);
		await form.getByRole("button", { name: "Save", exact: true }).click();
		await expect(form).toBeHidden();
		await expect(conversation.status).toHaveText("Not connected");
	});
}

test("the topic of a last will is refused like that of any message", async ({ conversation }) => {
	const { form } = conversation;
	await conversation.openForm();
	await conversation.fillForm({ will: { topic: "" } });
	const topic = form.getByRole("group", { name: "Last Will" }).getByRole("textbox", { name: "Topic", exact: true });
	for (const [typed, rule] of [
		["", "A topic needs at least one character."],
		["a/#", "A topic to publish to has no wildcards: + and # are for subscriptions."],
		["a\0b", NUL],
	] as const) {
		await topic.fill(typed);
		await form.getByRole("button", { name: "Save", exact: true }).click();
		await expect(topic).toBeFocused();
		await expect(topic).toHaveAccessibleDescription(rule);
	}
});

test("every field that is wrong says so at once, and the first of them gets the focus", async ({ conversation }) => {
	const { form } = conversation;
	await conversation.openForm();
	await conversation.fillForm({
		name: "Wrong",
		host: "a b",
		port: 0,
		version: "3.1.1",
		clean: false,
		clientId: "",
		keepAlive: "x",
	});
	await expect(form.getByText("Empty: the broker assigns one.")).toHaveCount(0);
	await form.getByRole("button", { name: "Save and connect" }).click();
	await expect(form.getByRole("alert")).toHaveText(["This is not a host name or an address.", LEAST_1, NOT_A_NUMBER]);
	await expect(form.getByRole("textbox", { name: "Host", exact: true })).toBeFocused();
	await conversation.fillForm({ keepAlive: "60" });
	await expect(form.getByRole("alert")).toHaveText([
		"This is not a host name or an address.",
		LEAST_1,
		"A session that must survive needs a Client ID.",
	]);
});

test("a name that another connection has is refused", async ({ conversation }) => {
	await saveOnly(conversation, "Twin");
	await conversation.openForm();
	await conversation.fillForm({ name: "Twin" });
	const { form } = conversation;
	await form.getByRole("button", { name: "Save", exact: true }).click();
	const name = form.getByRole("textbox", { name: "Name", exact: true });
	await expect(name).toBeFocused();
	await expect(name).toHaveAccessibleDescription("Another connection has this name.");
});

test("a rule is said as soon as the field is left, not only when it is saved", async ({ page, conversation }) => {
	await conversation.openForm();
	const port = conversation.form.getByRole("textbox", { name: "Port", exact: true });
	await port.fill("99999");
	await expect(port).toHaveAccessibleDescription("");
	await page.keyboard.press("Tab");
	await expect(port).toHaveAccessibleDescription("At most 65,535.");
});

test("what a rule pushes down does not move away under the pointer that made the person leave the field", async ({
	page,
	conversation,
}) => {
	await conversation.openForm();
	const { form } = conversation;
	await form.getByRole("textbox", { name: "Keep Alive", exact: true }).fill("x");
	const box = form.getByRole("checkbox", { name: "Clean Start" });
	await box.hover();
	await page.mouse.down();
	await expect(form.getByRole("textbox", { name: "Keep Alive", exact: true })).not.toBeFocused();
	await page.mouse.up();
	await expect(box).not.toBeChecked();
	await expect(form.getByRole("alert")).toHaveText([NOT_A_NUMBER]);
});

test("a subscription refuses every topic filter that MQTT forbids, while it is typed", async ({ conversation }) => {
	await saveOnly(conversation, "Listener");
	const dialog = conversation.subscriptionDialog;
	await conversation.page.getByRole("button", { name: "New Subscription" }).click();
	const box = dialog.getByRole("textbox", { name: "Topic filter" });
	const { add, rules } = {
		add: dialog.getByRole("button", { name: "Subscribe", exact: true }),
		rules: dialog.getByRole("alert"),
	};
	for (const [typed, rule] of [
		["a/#/b", "# must be the last level."],
		["a#", "# must stand alone in its level: a/#, not a#."],
		["a/b+/c", "+ must stand alone in its level: a/+/b, not a+/b."],
		["$share", "$share needs a group: $share/group/filter."],
		["$share//a", "$share needs a group: $share/group/filter."],
		["$share/a+/b", "The group of $share has no wildcards."],
		["$share/group", "$share needs a filter after the group: $share/group/filter."],
		["a\0b", NUL],
		[TOO_LONG, "This is too long."],
		["a, b, a", "a: This filter is in the list twice."],
	] as const) {
		await box.fill(typed);
		await expect(rules).toHaveText([rule]);
		await add.click();
		await expect(box).toBeFocused();
		await expect(dialog).toBeVisible();
	}
	await box.fill("");
	await add.click();
	await expect(rules).toHaveText(["A topic filter needs at least one character."]);

	await box.fill("a/b");
	await expect(rules).toHaveCount(0);
	await add.click();
	await expect(dialog).toBeHidden();
	await expect(conversation.subscription("a/b")).toContainText("QoS 0, at next connect");

	await conversation.page.getByRole("button", { name: "New Subscription" }).click();
	await box.fill("a/b");
	await expect(rules).toHaveText(["“a/b” is in the list already."]);
});

test("the composer refuses topics that cannot be published to, and JSON that is none", async ({ conversation, broker }) => {
	await conversation.connectNew({ host: broker.host, port: broker.port, name: "Speaker" });
	const { composer } = conversation;
	const topic = composer.getByLabel("Topic", { exact: true });
	const payload = composer.getByRole("textbox", { name: "Payload" });
	const send = composer.getByRole("button", { name: "Publish", exact: true });
	await expect(send).toBeDisabled();
	for (const [typed, rule] of [
		["sensor/+/temperature", "A topic to publish to has no wildcards: + and # are for subscriptions."],
		["sensor/#", "A topic to publish to has no wildcards: + and # are for subscriptions."],
		["a\0b", NUL],
		[TOO_LONG, "This is too long."],
	] as const) {
		await topic.fill(typed);
		await expect(topic).toHaveAccessibleDescription(rule);
		await expect(send).toBeDisabled();
		await topic.press("Control+Enter");
	}
	await topic.fill("sensor/1");
	await choose(composer, "Format", "JSON");
	await payload.fill('{"msg": }');
	await expect(payload).toHaveAccessibleDescription("Line 1, column 9: this character cannot stand here");
	await expect(send).toBeDisabled();
	await payload.press("Control+Enter");
	await payload.fill('{"msg": 1}');
	await expect(payload).toHaveAccessibleDescription("");
	await send.click();
	await expect(conversation.messages).toHaveCount(1);
	await expect(conversation.published("sensor/1")).toContainText('{"msg": 1}');
});

async function saveOnly(conversation: ConversationPage, name: string): Promise<void> {
	await conversation.openForm();
	await conversation.fillForm({ name });
	await conversation.form.getByRole("button", { name: "Save", exact: true }).click();
	await expect(conversation.form).toBeHidden();
}

function escapePattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
