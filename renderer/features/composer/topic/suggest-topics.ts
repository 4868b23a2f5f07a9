/**
 * What the topic field offers. A topic that begins with what is typed comes first, then one in which a level begins with it, then one
 * that holds it; among equals, what was used comes before what was only seen, and the latest first. A subscription's filter is offered
 * as far as the typed levels fit it, its wildcards left to be filled in.
 */
import { parseShare } from "../parse-share.ts";

export interface TopicSources {
	/** Each list with the latest first. */
	readonly recent: readonly string[];
	readonly seen: readonly string[];
	/** Topic filters of the subscriptions. */
	readonly filters: readonly string[];
}

export interface TopicSuggestion {
	readonly topic: string;
	readonly source: "recent" | "seen" | "filter";
	/** The first wildcard that is left, to be replaced. */
	readonly blank?: { readonly from: number; readonly to: number };
}

const MOST_SHOWN = 50;
const RANKS = 3;

export function suggestTopics({ recent, seen, filters }: TopicSources, typed: string): readonly TopicSuggestion[] {
	const wanted = typed.toLowerCase();
	const known = new Set<string>([typed]);
	const ranks: TopicSuggestion[][] = Array.from({ length: RANKS }, () => []);
	const offer = (suggestion: TopicSuggestion) => {
		const { topic } = suggestion;
		const rank = rankTopic(topic.toLowerCase(), wanted);
		if (rank === null || known.has(topic)) return;
		known.add(topic);
		ranks[rank]?.push(suggestion);
	};
	for (const topic of recent) offer({ topic, source: "recent" });
	for (const filter of filters) {
		const completed = completeFilter(parseShare(filter), typed);
		if (completed !== null) offer(completed);
	}
	for (const topic of seen) {
		if (ranks[0] !== undefined && ranks[0].length >= MOST_SHOWN) break;
		offer({ topic, source: "seen" });
	}
	return ranks.flat().slice(0, MOST_SHOWN);
}

/** 0 = begins with it, 1 = a level does, 2 = holds it, null = does not. */
function rankTopic(topic: string, wanted: string): number | null {
	const at = topic.indexOf(wanted);
	if (at === -1) return null;
	if (at === 0) return 0;
	return topic.includes(`/${wanted}`) ? 1 : 2;
}

/** The filter with the levels that are typed put in place of its own, where they fit. */
function completeFilter(filter: string, typed: string): TopicSuggestion | null {
	const levels = filter.split("/");
	const given = typed === "" ? [] : typed.split("/");
	const filled = levels.map((level, index) => {
		const own = given[index];
		return own !== undefined && own !== "" && level === "+" ? own : level;
	});
	// Beyond a "#" anything may have been typed already.
	const hash = levels.indexOf("#");
	if (hash !== -1 && given.length > hash) return null;
	const topic = filled.join("/");
	const wildcard = filled.findIndex((level) => level === "+" || level === "#");
	if (wildcard === -1) return { topic, source: "filter" };
	const from = filled.slice(0, wildcard).reduce((length, level) => length + level.length + 1, 0);
	return { topic, source: "filter", blank: { from, to: from + 1 } };
}
