import type { Rule } from "../../../shared/model/failure.ts";
import { checkTopicFilter } from "../../../shared/topic/check-topic.ts";

/** The filters of a text: one a line or a comma each. Space around them is taken for layout, not for a part of the filter. */
export function parseFilters(text: string): readonly string[] {
	return text
		.split(/[\n,]/)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

export interface FilterProblem {
	readonly filter: string;
	readonly rule: Rule | "already-subscribed";
}

/** The first filter that breaks a rule, or null. `known`: what the connection's list has already. */
export function checkFilters(filters: readonly string[], known: ReadonlySet<string>): FilterProblem | null {
	if (filters.length === 0) return { filter: "", rule: "filter-empty" };
	const seen = new Set<string>();
	for (const filter of filters) {
		const rule = checkTopicFilter(filter);
		if (rule !== null) return { filter, rule };
		if (seen.has(filter)) return { filter, rule: "filter-repeated" };
		if (known.has(filter)) return { filter, rule: "already-subscribed" };
		seen.add(filter);
	}
	return null;
}
