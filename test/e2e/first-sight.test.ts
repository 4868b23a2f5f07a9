/** The page as it is built and served: it opens, once for each code, under its policy, and outlives a restart of the server. */
import { expect, test } from "./support/parley-test.ts";

test("the printed address opens Parley, and only once", async ({ page, parley, browser }) => {
	await expect(page).toHaveTitle(/Parley/);
	await expect(page.getByRole("button", { name: "Try it with the built-in broker" })).toBeVisible();

	const other = await browser.newContext();
	const stranger = await other.newPage();
	await parley.open(stranger);
	await expect(stranger.getByRole("button", { name: "Try it with the built-in broker" })).toBeHidden();
	await other.close();
});

test("Parley is there again after its server was killed and started anew", async ({ page, parley }) => {
	await expect(page.getByRole("button", { name: "Try it with the built-in broker" })).toBeVisible();
	await parley.restart(page, "SIGKILL");
	await expect(page.getByRole("button", { name: "Try it with the built-in broker" })).toBeVisible();
});
