import { ArrowDownLeft, ArrowUpRight, Copy, Reply, Send } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../shared/model/message.ts";
import { splitVisible } from "../../../shared/payload/make-visible.ts";
import { copyTopic } from "../../actions/copy-message.ts";
import { publishAgain } from "../../actions/publish-again.ts";
import { replyToMessage } from "../../actions/request-actions.ts";
import { useAction, useRunAction } from "../../actions/use-action.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { formatExactTime } from "../../i18n/format-time.ts";
import { useText } from "../../i18n/use-text.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { joinClasses } from "../../ui/join-classes.ts";
import { VisibleText } from "../../ui/visible-text.tsx";
import { MatchingSubscriptions } from "./matching-subscriptions.tsx";
import styles from "./message-header.module.css";

export interface MessageHeaderProps {
	readonly connectionId: string;
	readonly message: Message;
}

/** What every message has: direction, time, topic, QoS, flags, size, and the subscriptions that it came through. */
export function MessageHeader({ connectionId, message }: MessageHeaderProps) {
	const say = useText();
	const { i18n } = useTranslation();
	const run = useRunAction();
	const subject = { connectionId, message };
	const again = useAction(publishAgain, subject);
	const reply = useAction(replyToMessage, subject);
	const isReceived = message.kind === "received";
	const Direction = isReceived ? ArrowDownLeft : ArrowUpRight;
	const exactBytes = `${message.payloadBytes.toLocaleString(i18n.language)} B`;
	return (
		<header className={styles["header"]}>
			<p className={styles["line"]}>
				<span className={joinClasses(styles["direction"], isReceived ? styles["received"] : styles["published"])}>
					<Direction className={styles["icon"]} aria-hidden={true} />
					{say(isReceived ? "conversation.received" : "conversation.published")}
				</span>
				<time className={styles["time"]} dateTime={new Date(message.at).toISOString()}>
					{formatExactTime(message.at)}
				</time>
			</p>
			<div className={styles["topicLine"]}>
				<h2 className={styles["topic"]}>
					<VisibleText parts={splitVisible(message.topic)} />
				</h2>
				<IconButton size="small" icon={Copy} label={say(copyTopic.label)} onPress={() => run(copyTopic, subject)} />
				{reply.can ? <IconButton size="small" icon={Reply} label={say(replyToMessage.label)} onPress={reply.run} /> : null}
				<IconButton size="small" icon={Send} label={say(publishAgain.label)} disabled={!again.can} onPress={again.run} />
			</div>
			<ul className={styles["flags"]} aria-label={say("inspector.flags")}>
				<li className={joinClasses(styles["flag"], styles[`qos${message.qos}`])}>
					{say("conversation.message.qos", { qos: message.qos })}
				</li>
				{message.retain ? (
					<li className={joinClasses(styles["flag"], styles["retained"])}>{say("conversation.message.retained")}</li>
				) : null}
				{message.dup ? <li className={styles["flag"]}>{say("conversation.message.duplicate")}</li> : null}
				<li className={styles["flag"]}>
					{message.payloadBytes < 1000 ? exactBytes : `${formatBytes(message.payloadBytes, i18n.language)} (${exactBytes})`}
				</li>
			</ul>
			{isReceived ? (
				<MatchingSubscriptions
					connectionId={connectionId}
					topic={message.topic}
					identifiers={message.properties?.subscriptionIdentifiers}
				/>
			) : null}
		</header>
	);
}
