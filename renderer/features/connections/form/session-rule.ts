import { type MqttVersion, SESSION_NEVER_EXPIRES } from "../../../../shared/model/connection.ts";
import { formatDuration } from "../../../i18n/format-duration.ts";
import type { SayText } from "../../../i18n/use-text.ts";

export interface SessionWish {
	readonly version: MqttVersion;
	readonly cleanStart: boolean;
	readonly sessionExpirySeconds: number;
}

/** What the broker will keep, in one sentence: what Clean Start (or Clean Session) and the expiry mean together. */
export function formatSessionRule(say: SayText, { version, cleanStart, sessionExpirySeconds }: SessionWish): string {
	if (version !== "5.0") return say(cleanStart ? "form.rule.discarded3" : "form.rule.kept3");
	if (sessionExpirySeconds === 0) return say(cleanStart ? "form.rule.cleanThenDiscarded5" : "form.rule.discarded5");
	if (sessionExpirySeconds === SESSION_NEVER_EXPIRES) {
		return say(cleanStart ? "form.rule.cleanThenKeptForEver5" : "form.rule.keptForEver5");
	}
	const duration = formatDuration(say, sessionExpirySeconds);
	return say(cleanStart ? "form.rule.cleanThenKept5" : "form.rule.kept5", { duration });
}
