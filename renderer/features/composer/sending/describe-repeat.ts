import type { Repeat } from "../../../../shared/model/outgoing.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { formatClock } from "../../../i18n/format-time.ts";
import type { SayText } from "../../../i18n/use-text.ts";

export interface DescribedRepeat {
	readonly facts: string;
	/** What was not sent, or did not arrive, and why it stands still. */
	readonly trouble: string | null;
}

export function describeRepeat(repeat: Repeat, say: SayText, language: string): DescribedRepeat {
	const number = new Intl.NumberFormat(language);
	const { sent, count, intervalMs, undelivered, skipped, missed, nextAt, state } = repeat;
	const facts = [
		`QoS ${repeat.qos}`,
		say("repeat.every", { interval: number.format(intervalMs) }),
		count === null
			? say("repeat.sent", { count: sent, sent: number.format(sent) })
			: say("repeat.sentOf", { sent: number.format(sent), total: number.format(count) }),
		// Below a second nobody could read it.
		nextAt !== null && intervalMs >= 1000 ? say("repeat.next", { time: formatClock(nextAt) }) : null,
	];
	const troubles = [
		undelivered === 0 ? null : say("repeat.undelivered", { number: number.format(undelivered) }),
		skipped === 0 ? null : say("repeat.skipped", { number: number.format(skipped) }),
		missed === 0 ? null : say("repeat.missed", { number: number.format(missed) }),
		readState(),
	];
	const told = troubles.filter((each) => each !== null);
	return { facts: facts.filter((each) => each !== null).join(" · "), trouble: told.length === 0 ? null : told.join(" ") };

	function readState(): string | null {
		switch (state.kind) {
			case "running":
				return null;
			case "paused":
				return say("repeat.paused");
			case "ended":
				return say(`repeat.end.${state.reason}`);
			case "failed": {
				const { message, hint } = formatFailure(say, state.failure);
				return makeVisible(`${message} ${hint}`);
			}
		}
	}
}
