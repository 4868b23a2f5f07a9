/** A published message's way in words: where it stands, and each step with its time. */
import type { Delivery } from "../../../../shared/model/message.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { formatFailure, formatReason } from "../../../i18n/format-failure.ts";
import { formatElapsed, formatExactTime } from "../../../i18n/format-time.ts";
import type { RowTexts } from "./row-texts.ts";

export interface DescribedDelivery {
	readonly label: string;
	/** Each step on a line of its own. */
	readonly steps: string;
	/** With a failed one: the sentence and the next step. */
	readonly trouble: string | null;
}

export function describeDelivery(delivery: Delivery, texts: RowTexts): DescribedDelivery {
	const { ticks } = delivery;
	const steps = ticks.map((tick) => {
		const reason = tick.reasonCode === undefined ? "" : `: ${formatReason(texts.say, tick.reasonCode)}`;
		const words = tick.reasonString === undefined ? "" : ` “${makeVisible(tick.reasonString)}”`;
		return `${formatExactTime(tick.at)}  ${texts.step[tick.step]}${reason}${words}`;
	});
	return { label: readLabel(delivery, texts), steps: steps.join("\n"), trouble: readTrouble(delivery, texts) };
}

function readLabel({ state, ticks }: Delivery, texts: RowTexts): string {
	const last = ticks.at(-1);
	if (last?.step === "withdrawn") return texts.step.withdrawn;
	if (state === "failed") return texts.failed;
	if (last === undefined || last.step === "queued") return texts.waiting;
	const sent = ticks.findLast((tick) => tick.step === "sent" || tick.step === "resent");
	const isAnswer = last.step === "puback" || last.step === "pubrec" || last.step === "pubcomp";
	const elapsed = isAnswer && sent !== undefined ? ` ${formatElapsed(last.at - sent.at)}` : "";
	const reason = last.reasonCode === undefined ? "" : `: ${formatReason(texts.say, last.reasonCode)}`;
	return `${texts.step[last.step]}${elapsed}${reason}`;
}

function readTrouble({ state, failure }: Delivery, texts: RowTexts): string | null {
	if (state !== "failed" || failure === undefined) return null;
	const { message, hint } = formatFailure(texts.say, failure);
	return makeVisible(`${message} ${hint}`);
}
