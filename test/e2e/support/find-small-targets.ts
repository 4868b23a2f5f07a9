/** What is too small to be pressed for sure. [WCAG 2.2, 2.5.8] */
import type { Page } from "@playwright/test";

const LEAST_PX = 24;

/**
 * Pressed by a pointer, and less than 24 px high or wide. The exceptions are the specification's own: a target stands within a
 * sentence, or so far from all others that a circle of 24 px around it meets no other target and no circle of one; and what looks as
 * the browser made it. A label is a part of its control, and what another element covers whole is none. An edge that is dragged and a bar
 * that scrolls lie side by side, each as slim as a browser's own, and have their keys; from all else they must keep away.
 */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
	return page.evaluate((least) => {
		const PRESSED =
			"a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=tab], [role=option], [role=menuitem], [role=treeitem], [role=separator][tabindex], [role=scrollbar], [role=combobox]";
		const boxOf = (element: Element): DOMRect => {
			const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
			const boxes = [element, ...labels].map((one) => one.getBoundingClientRect());
			const left = Math.min(...boxes.map((box) => box.left));
			const top = Math.min(...boxes.map((box) => box.top));
			const right = Math.max(...boxes.map((box) => box.right));
			const bottom = Math.max(...boxes.map((box) => box.bottom));
			return new DOMRect(left, top, right - left, bottom - top);
		};
		const isReached = (element: Element, box: DOMRect) => {
			const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
			if (hit === null) return false;
			const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
			return [element, ...labels].some((one) => one.contains(hit) || hit.contains(one));
		};
		const targets = [...document.querySelectorAll(PRESSED)]
			.filter((element) => !(element instanceof HTMLInputElement && element.type === "hidden") && !element.matches(":disabled"))
			.map((element) => ({ element, box: boxOf(element) }))
			.filter(({ element, box }) => box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true }))
			.filter(({ element, box }) => isReached(element, box));
		const isSmall = ({ box }: { box: DOMRect }) => box.width < least - 0.01 || box.height < least - 0.01;
		type Target = { element: Element; box: DOMRect };
		const isEdge = ({ element }: { element: Element }) => element.matches("[role=separator], [role=scrollbar]");
		const meets = (one: Target, other: Target) => {
			if (isEdge(one) && isEdge(other)) return false;
			const x = one.box.left + one.box.width / 2;
			const y = one.box.top + one.box.height / 2;
			if (isSmall(other)) {
				const toX = other.box.left + other.box.width / 2 - x;
				const toY = other.box.top + other.box.height / 2 - y;
				if (Math.hypot(toX, toY) < least) return true;
			}
			const nearX = Math.max(other.box.left - x, 0, x - other.box.right);
			const nearY = Math.max(other.box.top - y, 0, y - other.box.bottom);
			return Math.hypot(nearX, nearY) < least / 2;
		};
		const isInSentence = ({ element }: { element: Element }) =>
			getComputedStyle(element).display === "inline" && (element.parentElement?.textContent ?? "") !== element.textContent;
		const nameOf = ({ element, box }: Target) => {
			const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
			return `${element.tagName.toLowerCase()} "${name.trim().slice(0, 40)}" ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
		};
		return targets
			.filter((one) => isSmall(one) && !isInSentence(one))
			.flatMap((one) => {
				const neighbour = targets.find(
					(other) =>
						other !== one && !one.element.contains(other.element) && !other.element.contains(one.element) && meets(one, other),
				);
				return neighbour === undefined ? [] : [`${nameOf(one)} beside ${nameOf(neighbour)}`];
			});
	}, LEAST_PX);
}
