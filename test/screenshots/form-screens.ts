import { expect, type Locator, type Page } from "@playwright/test";
import type { TextKey } from "../../renderer/i18n/text-key.ts";
import type { SayText } from "../../renderer/i18n/use-text.ts";
import type { Screen } from "./screen.ts";

type Protocol = "mqtt" | "mqtts" | "ws" | "wss";

async function openForm(page: Page, say: SayText, protocol: Protocol = "mqtt"): Promise<Locator> {
	await page.getByRole("button", { name: say("action.newConnection") }).click();
	const form = page.getByRole("dialog", { name: say("form.newTitle") });
	await form.getByRole("radio", { name: `${protocol}://` }).check();
	return form;
}

/** Opens one part, at the upper edge of the form. */
async function openPart(form: Locator, say: SayText, title: TextKey): Promise<Locator> {
	const part = form.getByRole("group", { name: say(title), exact: true });
	if (!(await part.isVisible()))
		await form
			.locator("summary")
			.filter({ hasText: say(title) })
			.click();
	await expect(part).toBeVisible();
	await part.evaluate((element) => (element.closest("details") ?? element).scrollIntoView());
	return part;
}

async function chooseFromList(page: Page, part: Locator, label: string, option: string): Promise<void> {
	await part.getByRole("combobox", { name: label, exact: true }).click();
	await page.getByRole("option", { name: option, exact: true }).click();
}

async function addUserProperty(part: Locator, say: SayText, key: string, value: string): Promise<void> {
	await part.getByRole("button", { name: say("form.propertyAdd") }).click();
	await part
		.getByRole("textbox", { name: say("form.propertyKey") })
		.last()
		.fill(key);
	await part
		.getByRole("textbox", { name: say("form.propertyValue") })
		.last()
		.fill(value);
}

/** Each part of the connection form with something in it. */
export const FORM_SCREENS: readonly Screen[] = [
	{
		name: "form-tls",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say, "mqtts"), say, "form.tls");
			await part.getByRole("checkbox", { name: say("form.verifyServer") }).uncheck();
			await part.getByRole("radio", { name: "1.1", exact: true }).check();
		},
	},
	{
		name: "form-client-certificate",
		open: async (page, say) => {
			const form = await openForm(page, say, "mqtts");
			const part = await openPart(form, say, "form.tls");
			await part.getByRole("radio", { name: say("form.clientPem"), exact: true }).check();
			await part.getByRole("textbox", { name: say("form.certificate"), exact: true }).fill("not a certificate");
			await form.getByRole("button", { name: say("form.save"), exact: true }).click();
			await expect(part.getByRole("alert").first()).toBeVisible();
		},
	},
	{
		name: "form-pfx",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say, "wss"), say, "form.tls");
			await part.getByRole("radio", { name: say("form.clientPfx"), exact: true }).check();
			await expect(part.getByRole("textbox", { name: say("form.pfxFile"), exact: true })).toBeVisible();
		},
	},
	{
		name: "form-headers",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say, "wss"), say, "form.headers");
			const add = part.getByRole("button", { name: say("form.headerAdd") });
			await add.click();
			await add.click();
			await part.getByRole("textbox", { name: say("form.headerName", { number: 1 }), exact: true }).fill("X-Site");
			await part.getByLabel(say("form.headerValue", { number: 1 }), { exact: true }).fill("hall 7");
			await part.getByRole("textbox", { name: say("form.headerName", { number: 2 }), exact: true }).fill("Authorization");
			await part.getByLabel(say("form.headerValue", { number: 2 }), { exact: true }).fill("Bearer abc");
		},
	},
	{
		name: "form-proxy",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.proxy");
			await part.getByRole("radio", { name: say("form.proxySocks5"), exact: true }).check();
			await part.getByRole("textbox", { name: say("form.proxyHost"), exact: true }).fill("proxy.factory.example");
			await part.getByRole("textbox", { name: say("form.proxyUsername"), exact: true }).fill("anna");
		},
	},
	{
		name: "form-session",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.session");
			await part.getByRole("textbox", { name: say("form.keepAlive"), exact: true }).fill("0");
			await part.getByRole("checkbox", { name: say("form.neverExpires") }).check();
		},
	},
	{
		name: "form-authentication",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.authentication");
			await chooseFromList(page, part, say("form.authenticationMethod"), "SCRAM-SHA-256");
		},
	},
	{
		name: "form-authentication-raw",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.authentication");
			await chooseFromList(page, part, say("form.authenticationMethod"), say("form.authenticationOther"));
			await part.getByRole("textbox", { name: say("form.authenticationName"), exact: true }).fill("K8S-SAT");
		},
	},
	{
		name: "form-properties",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.properties");
			await part.getByRole("textbox", { name: say("form.receiveMaximum"), exact: true }).fill("20");
			await addUserProperty(part, say, "site", "hall 7");
			await addUserProperty(part, say, "site", "hall 8");
		},
	},
	{
		name: "form-will",
		open: async (page, say) => {
			const part = await openPart(await openForm(page, say), say, "form.lastWill");
			await part.getByRole("checkbox", { name: say("form.will") }).check();
			await part.getByRole("textbox", { name: say("form.willTopic"), exact: true }).fill("factory/hall-7/state");
			await part.getByRole("textbox", { name: say("form.willPayload"), exact: true }).fill("offline");
			await part.getByRole("textbox", { name: say("form.willDelay"), exact: true }).fill("30");
			await addUserProperty(part, say, "shift", "night");
		},
	},
	{
		name: "form-discard",
		open: async (page, say) => {
			const form = await openForm(page, say);
			await form.getByRole("textbox", { name: say("form.host"), exact: true }).fill("broker.example");
			await page.keyboard.press("Escape");
			await expect(page.getByRole("dialog", { name: say("form.discard.title") })).toBeVisible();
		},
	},
];
