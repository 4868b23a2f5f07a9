import type { ReactNode } from "react";
import type { Message, MessageProperties } from "../../../shared/model/message.ts";
import { splitVisible } from "../../../shared/payload/make-visible.ts";
import { formatDuration } from "../../i18n/format-duration.ts";
import { useText } from "../../i18n/use-text.ts";
import { VisibleText } from "../../ui/visible-text.tsx";
import { CorrelationData } from "./correlation-data.tsx";
import { DeliverySteps } from "./delivery-steps.tsx";
import styles from "./message-facts.module.css";

/** What became of a published message, and all MQTT 5 properties; user properties in their order. */
export function MessageFacts({ message }: { readonly message: Message }) {
	const say = useText();
	const facts: Fact[] = message.properties === undefined ? [] : readProperties(message.properties, say);
	if (message.kind === "published") {
		facts.unshift([say("inspector.delivery"), <DeliverySteps key="delivery" delivery={message.delivery} />]);
	}
	if (facts.length === 0) return null;
	return (
		<dl className={styles["facts"]}>
			{facts.map(([name, value], index) => (
				// A user property's name may repeat; the order is the message's and does not change.
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
				<div key={index} className={styles["fact"]}>
					<dt className={styles["name"]}>
						<VisibleText parts={splitVisible(name)} />
					</dt>
					<dd className={styles["value"]}>{typeof value === "string" ? <VisibleText parts={splitVisible(value)} /> : value}</dd>
				</div>
			))}
		</dl>
	);
}

type Fact = readonly [name: string, value: ReactNode];

function readProperties(properties: MessageProperties, say: ReturnType<typeof useText>): Fact[] {
	const facts: Fact[] = [];
	const add = (key: Exclude<keyof MessageProperties, "userProperties">, value: ReactNode) => {
		if (value !== undefined) facts.push([say(`inspector.property.${key}`), value]);
	};
	const { payloadIsUtf8, messageExpirySeconds, topicAlias, correlationData } = properties;
	if (payloadIsUtf8 !== undefined) add("payloadIsUtf8", say(payloadIsUtf8 ? "inspector.utf8" : "inspector.unspecified"));
	add("contentType", properties.contentType);
	add("responseTopic", properties.responseTopic);
	add("correlationData", correlationData === undefined ? undefined : <CorrelationData bytes={correlationData} />);
	add("messageExpirySeconds", messageExpirySeconds === undefined ? undefined : formatDuration(say, messageExpirySeconds));
	add("topicAlias", topicAlias === undefined ? undefined : String(topicAlias));
	add("subscriptionIdentifiers", properties.subscriptionIdentifiers?.join(", "));
	for (const { key, value } of properties.userProperties ?? []) {
		facts.push([`${say("inspector.userProperty")}: ${key}`, value]);
	}
	return facts;
}
