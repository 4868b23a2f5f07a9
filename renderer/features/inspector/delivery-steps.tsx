import type { Delivery, DeliveryTick } from "../../../shared/model/message.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { formatFailure, formatReason } from "../../i18n/format-failure.ts";
import { formatElapsed, formatExactTime } from "../../i18n/format-time.ts";
import { type SayText, useText } from "../../i18n/use-text.ts";
import styles from "./delivery-steps.module.css";

/** A published message's way: each step with its time, and how long after the one before it came. */
export function DeliverySteps({ delivery }: { readonly delivery: Delivery }) {
	const say = useText();
	const { state, ticks, failure } = delivery;
	const trouble = state === "failed" && failure !== undefined ? formatFailure(say, failure) : null;
	return (
		<>
			{state === "done" ? null : (
				<p className={state === "failed" ? styles["failed"] : undefined}>
					{say(state === "failed" ? "conversation.delivery.failed" : "conversation.delivery.waiting")}
					{trouble === null ? null : makeVisible(`: ${trouble.message} ${trouble.hint}`)}
				</p>
			)}
			<ol className={styles["steps"]}>
				{ticks.map((tick, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added behind
					<li key={index} className={styles["step"]}>
						<time className={styles["time"]} title={formatExactTime(tick.at)}>
							{readTime(tick, ticks[index - 1])}
						</time>{" "}
						<span>{describeStep(tick, say)}</span>{" "}
						<span className={styles["elapsed"]}>{readElapsed(tick, ticks[index - 1])}</span>
					</li>
				))}
			</ol>
		</>
	);
}

function describeStep(tick: DeliveryTick, say: SayText): string {
	const reason = tick.reasonCode === undefined ? "" : `: ${formatReason(say, tick.reasonCode)}`;
	const words = tick.reasonString === undefined ? "" : ` “${makeVisible(tick.reasonString)}”`;
	return `${say(`conversation.delivery.step.${tick.step}`)}${reason}${words}`;
}

/** The day is said once. */
function readTime(tick: DeliveryTick, before: DeliveryTick | undefined): string {
	const [day, time] = formatExactTime(tick.at).split(" ");
	return before !== undefined && formatExactTime(before.at).startsWith(`${day} `) ? (time ?? "") : `${day} ${time}`;
}

function readElapsed(tick: DeliveryTick, before: DeliveryTick | undefined): string {
	return before === undefined ? "" : `+${formatElapsed(Math.max(0, tick.at - before.at))}`;
}
