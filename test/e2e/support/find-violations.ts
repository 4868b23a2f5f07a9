/** What axe finds wrong on the page as it stands now, a line for each element; by all its rules, those of best practice too. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * The kit's widgets put an empty element before and after what opens, which hands the focus on as soon as it gets it: nobody ever
 * stands on one, and axe cannot know.
 */
const FOCUS_GUARDS = "[data-base-ui-focus-guard]";

/** What is open over the page stands at the end of the document and in no landmark; the focus is in it, and leads nowhere else. */
const OPEN_OVER_ALL = "[role=menu], [role=listbox], [role=dialog]";

export interface AxeOptions {
	/** For a page that has been looked at whole, in another theme. */
	readonly coloursOnly?: boolean;
}

export async function findViolations(page: Page, { coloursOnly = false }: AxeOptions = {}): Promise<readonly string[]> {
	// In the page itself, which has no frames: otherwise each look opens a page of its own and takes three times as long.
	const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude(FOCUS_GUARDS);
	if (coloursOnly) axe.withRules(["color-contrast", "link-in-text-block"]);
	const { violations } = await axe.analyze();
	const found: string[] = [];
	for (const { id, nodes } of violations) {
		for (const { html, any, target } of nodes) {
			if (id === "region" && (await isOpenOverAll(page, String(target[0])))) continue;
			found.push(`${id}: ${html} ${any[0]?.message ?? ""}`);
		}
	}
	return found;
}

function isOpenOverAll(page: Page, selector: string): Promise<boolean> {
	return page
		.locator(selector)
		.first()
		.evaluate((element, open) => element.closest(open) !== null, OPEN_OVER_ALL);
}
