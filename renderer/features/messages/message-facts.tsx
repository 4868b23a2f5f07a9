import type { Message, MessageProperties } from "../../../shared/model/message.ts";
import { formatHex } from "../../../shared/payload/format-hex.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { type SayText, useText } from "../../i18n/use-text.ts";
import { describeDelivery } from "./describe-delivery.ts";
import { formatSize } from "./format-size.ts";
import { formatExactTime } from "./format-time.ts";
import styles from "./message-facts.module.css";
import type { RowTexts } from "./row-texts.ts";

export interface MessageFactsProps {
	readonly message: Message;
	readonly texts: RowTexts;
	readonly language: string;
}

/** Everything about a message but its payload: what came with it, and what became of it. */
export function MessageFacts({ message, texts, language }: MessageFactsProps) {
	const say = useText();
	const flags = [texts.qos[message.qos], message.retain ? texts.retained : null, message.dup ? texts.duplicate : null].filter(
		(flag) => flag !== null,
	);
	const bytes = `${message.payloadBytes.toLocaleString(language)} B`;
	const facts: readonly Fact[] = [
		[say("conversation.details.topic"), message.topic],
		[say("conversation.details.direction"), message.kind === "received" ? texts.received : texts.published],
		[say("conversation.details.time"), formatExactTime(message.at)],
		[say("conversation.details.size"), message.payloadBytes < 1000 ? bytes : `${formatSize(message.payloadBytes)} (${bytes})`],
		[say("conversation.details.flags"), flags.join(", ")],
		...(message.kind === "published" ? [readDelivery(message, texts, say)] : []),
		...(message.properties === undefined ? [] : readProperties(message.properties, say)),
	];
	return (
		<dl className={styles["facts"]}>
			{facts.map(([name, value], index) => (
				// A user property's name may repeat; the order is the message's and does not change.
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
				<div key={index} className={styles["fact"]}>
					<dt className={styles["name"]}>{makeVisible(name)}</dt>
					<dd className={styles["value"]}>{makeVisible(value)}</dd>
				</div>
			))}
		</dl>
	);
}

type Fact = readonly [name: string, value: string];

function readDelivery(message: Extract<Message, { kind: "published" }>, texts: RowTexts, say: SayText): Fact {
	const { label, steps, trouble } = describeDelivery(message.delivery, texts);
	return [
		say("conversation.details.delivery"),
		[label, trouble, steps].filter((part) => part !== null && part !== "").join("\n"),
	];
}

function readProperties(properties: MessageProperties, say: SayText): readonly Fact[] {
	const facts: Fact[] = [];
	const add = (key: Exclude<keyof MessageProperties, "userProperties">, value: string | undefined) => {
		if (value !== undefined) facts.push([say(`conversation.details.${key}`), value]);
	};
	const { payloadIsUtf8, messageExpirySeconds, topicAlias, correlationData } = properties;
	if (payloadIsUtf8 !== undefined) {
		add("payloadIsUtf8", say(payloadIsUtf8 ? "conversation.details.utf8" : "conversation.details.unspecified"));
	}
	add("contentType", properties.contentType);
	add("responseTopic", properties.responseTopic);
	add("correlationData", correlationData === undefined ? undefined : formatHex(correlationData.subarray(0, 256)));
	add("messageExpirySeconds", messageExpirySeconds === undefined ? undefined : `${messageExpirySeconds} s`);
	add("topicAlias", topicAlias === undefined ? undefined : String(topicAlias));
	add("subscriptionIdentifiers", properties.subscriptionIdentifiers?.join(", "));
	for (const { key, value } of properties.userProperties ?? []) {
		facts.push([`${say("conversation.details.userProperties")}: ${key}`, value]);
	}
	return facts;
}
