import type { MqttVersion } from "../../../../shared/model/connection.ts";
import { encodePublish } from "./encode-publish.ts";
import type { PublishDraft } from "./publish-draft.ts";

/**
 * The topic aliases of one network connection [MQTT 5.0: 3.3.2.3.4]. The first use of one carries the topic name as well, those after
 * it the alias alone; on the next connection none of them is known any more, so that what is sent again there carries its name.
 */
export class TopicAliases {
	readonly #maximum: number;
	readonly #topics = new Map<number, string>();

	/** `maximum`: how many the broker takes; 0 = none. */
	constructor(maximum: number) {
		this.#maximum = maximum;
	}

	/**
	 * The message as this connection can carry it. An alias saves bytes and says nothing to whoever receives the message: one that was
	 * granted by another connection, and not by this one, is left out rather than the message.
	 */
	fit(draft: PublishDraft): PublishDraft {
		const { topicAlias, ...properties } = draft.properties;
		return topicAlias === undefined || topicAlias <= this.#maximum ? draft : { ...draft, properties };
	}

	/** The bytes to be written now: what they introduce counts as known from here on. */
	encode(draft: PublishDraft, version: MqttVersion, packetId: number, dup: boolean): Buffer {
		const alias = version === "5.0" ? draft.properties.topicAlias : undefined;
		if (alias === undefined) return encodePublish(draft, version, packetId, dup);
		const isKnown = this.#topics.get(alias) === draft.topic;
		this.#topics.set(alias, draft.topic);
		return encodePublish(isKnown ? { ...draft, topic: "" } : draft, version, packetId, dup);
	}
}
