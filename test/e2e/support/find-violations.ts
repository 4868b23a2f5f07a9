/** What axe finds wrong on the page as it stands now, a line for each element; by all its rules, those of best practice too. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * The kit's widgets put an empty element before and after what opens, which hands the focus on as soon as it gets it: nobody ever
 * stands on one, and axe cannot know.
 */
const FOCUS_GUARDS = "[data-base-ui-focus-guard]";

export interface AxeOptions {
	/** A menu or a list is open: it stands at the end of the document and in no landmark, and the focus is in it. */
	readonly isListOpen?: boolean;
	/** For a page that has been looked at whole, in another theme. */
	readonly coloursOnly?: boolean;
}

export async function findViolations(
	page: Page,
	{ isListOpen = false, coloursOnly = false }: AxeOptions = {},
): Promise<readonly string[]> {
	const axe = new AxeBuilder({ page }).exclude(FOCUS_GUARDS);
	if (coloursOnly) axe.withRules(["color-contrast", "link-in-text-block"]);
	else if (isListOpen) axe.disableRules("region");
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.any[0]?.message ?? ""}`));
}
