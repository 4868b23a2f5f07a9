import type { Rule } from "../model/failure.ts";
import { checkMqttString } from "./check-text.ts";

/** The rule that a topic name breaks, or null. A name to publish to has no wildcards. [MQTT-3.3.2-2, MQTT-4.7.3-1] */
export function checkTopicName(topic: string): Rule | null {
	if (topic === "") return "topic-empty";
	if (/[+#]/.test(topic)) return "topic-wildcard";
	return checkMqttString(topic);
}

/** The rule that a topic filter breaks, or null; `$share/{group}/{filter}` is known. [MQTT-4.7.1-1, -2, MQTT-4.8.2-1, -2] */
export function checkTopicFilter(filter: string): Rule | null {
	if (filter === "") return "filter-empty";
	const broken = checkMqttString(filter);
	if (broken !== null) return broken;
	if (filter === "$share" || filter.startsWith("$share/")) return checkShared(filter);
	return checkLevels(filter);
}

function checkShared(filter: string): Rule | null {
	const [, group = "", ...rest] = filter.split("/");
	if (group === "") return "share-group-missing";
	if (/[+#]/.test(group)) return "share-group-invalid";
	const inner = rest.join("/");
	return inner === "" ? "share-filter-missing" : checkLevels(inner);
}

function checkLevels(filter: string): Rule | null {
	const levels = filter.split("/");
	for (const [index, level] of levels.entries()) {
		if (level.includes("#")) {
			if (level !== "#") return "filter-hash-not-alone";
			if (index !== levels.length - 1) return "filter-hash-not-last";
		}
		if (level.includes("+") && level !== "+") return "filter-plus-not-alone";
	}
	return null;
}

/** Whether the filter, already known to be valid, has wildcards. */
export function hasWildcard(filter: string): boolean {
	return /[+#]/.test(filter);
}

export function isShared(filter: string): boolean {
	return filter.startsWith("$share/");
}

/** What a filter matches on: a shared one without its `$share/{group}/`. */
export function readMatchedFilter(filter: string): string {
	return isShared(filter) ? filter.split("/").slice(2).join("/") : filter;
}
