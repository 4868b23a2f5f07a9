import { Undo2 } from "lucide-react";
import type { OutgoingQueue } from "../../../../shared/model/outgoing.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { withdrawAll, withdrawMessage } from "../../../actions/queue-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { formatBytes } from "../../../i18n/format-bytes.ts";
import { formatExactTime } from "../../../i18n/format-time.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MiddleEllipsis } from "../../../ui/middle-ellipsis.tsx";
import styles from "./outgoing-strip.module.css";

export interface QueueListProps {
	readonly connectionId: string;
	readonly queue: OutgoingQueue;
}

/** What waits to be sent, in its order. What was sent and is not answered stands there too, and cannot be taken back. */
export function QueueList({ connectionId, queue }: QueueListProps) {
	const say = useText();
	const language = useLanguage();
	const run = useRunAction();
	const hidden = queue.waiting + queue.unanswered - queue.messages.length;
	return (
		<>
			<ul className={styles["list"]}>
				{queue.messages.map(({ seq, topic, qos, payloadBytes, at, isSent }) => (
					<li key={seq} className={styles["item"]}>
						<div className={styles["words"]}>
							<div className={styles["topic"]}>
								<MiddleEllipsis text={makeVisible(topic)} />
							</div>
							<p className={styles["facts"]}>
								{[`QoS ${qos}`, formatBytes(payloadBytes, language), formatExactTime(at)].join(" · ")}
							</p>
							{isSent ? <p className={styles["trouble"]}>{say("queue.unanswered")}</p> : null}
						</div>
						{isSent ? null : (
							<IconButton
								label={`${say(withdrawMessage.label)}: ${makeVisible(topic)}`}
								icon={Undo2}
								size="small"
								onPress={() => run(withdrawMessage, { connectionId, seq })}
							/>
						)}
					</li>
				))}
			</ul>
			<div className={styles["foot"]}>
				<span>{hidden === 0 ? "" : say("queue.more", { count: hidden })}</span>
				<Button size="small" onPress={() => run(withdrawAll, { connectionId })}>
					{say(withdrawAll.label)}
				</Button>
			</div>
		</>
	);
}
