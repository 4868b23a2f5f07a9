import { expect } from "@playwright/test";
import { FIRST_CONNECTION } from "../support/fill-data-folder.ts";
import type { Screen } from "./screen.ts";

/** What `fillDataFolder` has made. */
export const MANY_SCREENS: readonly Screen[] = [
	{
		name: "many-connections",
		open: async (page, say) => {
			const tree = page.getByRole("tree", { name: say("connection.list") });
			await tree.getByRole("treeitem").filter({ hasText: FIRST_CONNECTION }).click();
			await tree.press("End");
			await expect(tree.getByRole("treeitem").last()).toBeFocused();
		},
	},
	{
		name: "many-connections-search",
		open: async (page, say) => {
			await page.getByRole("searchbox", { name: say("connection.search") }).fill("press 07");
			await expect(page.getByRole("treeitem").filter({ hasText: "Press 07" }).first()).toBeVisible();
		},
	},
	{
		name: "many-subscriptions",
		open: async (page, say) => {
			const tree = page.getByRole("tree", { name: say("connection.list") });
			await tree.getByRole("treeitem").filter({ hasText: FIRST_CONNECTION }).click();
			const list = page.getByRole("list", { name: say("subscription.title") });
			await expect(list.getByRole("listitem").first()).toBeVisible();
		},
	},
];
