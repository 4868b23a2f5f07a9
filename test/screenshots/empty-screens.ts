import { expect, type Page } from "@playwright/test";
import type { SayText } from "../../renderer/i18n/use-text.ts";
import type { Screen } from "./screen.ts";

export async function openSection(page: Page, say: SayText, section: "broker" | "settings"): Promise<void> {
	const sections = page.getByRole("navigation", { name: say("app.sections") });
	await sections.getByRole("button", { name: say(`${section}.title`), exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: say(`${section}.title`), exact: true })).toBeVisible();
}

/** Before there is any connection. */
export const EMPTY_SCREENS: readonly Screen[] = [
	{
		name: "empty-start",
		open: (page, say) => expect(page.getByRole("heading", { name: say("connection.empty.title") })).toBeVisible(),
	},
	{
		name: "empty-form",
		open: async (page, say) => {
			await page.getByRole("button", { name: say("action.newConnection") }).click();
			await expect(page.getByRole("dialog", { name: say("form.newTitle") })).toBeVisible();
		},
	},
	{
		name: "empty-form-errors",
		open: async (page, say) => {
			await page.getByRole("button", { name: say("action.newConnection") }).click();
			const form = page.getByRole("dialog", { name: say("form.newTitle") });
			await form.getByRole("textbox", { name: say("form.host"), exact: true }).fill("no host at all");
			await form.getByRole("textbox", { name: say("form.port"), exact: true }).fill("70000");
			await form.getByRole("button", { name: say("form.save"), exact: true }).click();
			await expect(form.getByRole("alert").first()).toBeVisible();
		},
	},
	{ name: "empty-broker", open: (page, say) => openSection(page, say, "broker") },
];
