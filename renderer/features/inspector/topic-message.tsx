import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../shared/model/message.ts";
import { previewPayload } from "../../../shared/payload/preview-payload.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { formatExactTime } from "../../i18n/format-time.ts";
import { useText } from "../../i18n/use-text.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import styles from "./history-tab.module.css";

export interface TopicMessageProps {
	readonly message: Message;
	readonly isShown: boolean;
	readonly onPress: () => void;
}

/** One of a topic's messages, on two lines: when, which way and how large, and how its payload begins. */
export function TopicMessage({ message, isShown, onPress }: TopicMessageProps) {
	const say = useText();
	const { i18n } = useTranslation();
	const preview = previewPayload(message.payload, message.payloadBytes);
	const Direction = message.kind === "received" ? ArrowDownLeft : ArrowUpRight;
	return (
		<button
			type="button"
			className={joinClasses(styles["message"], isShown && styles["shown"])}
			aria-current={isShown ? "true" : undefined}
			onClick={onPress}
		>
			<span className={styles["when"]}>
				<Direction
					className={styles["icon"]}
					role="img"
					aria-label={say(message.kind === "received" ? "conversation.received" : "conversation.published")}
				/>
				<time>{formatExactTime(message.at)}</time>
				{message.retain ? <span className={styles["retained"]}>{say("conversation.message.retained")}</span> : null}
				<span className={styles["size"]}>{formatBytes(message.payloadBytes, i18n.language)}</span>
			</span>
			<span className={styles["preview"]}>
				{preview.kind === "empty" ? say("conversation.message.emptyPayload") : preview.text.replace(/\s+/g, " ")}
			</span>
		</button>
	);
}
