import { refuseProtocol, TOPIC_ALIAS_INVALID, Violation } from "./violation.ts";

/** The topics that the broker has given a number for this connection, as many as we allowed it. [MQTT 5.0: 3.3.2.3.4] */
export class TopicAliases {
	readonly #maximum: number;
	readonly #topics = new Map<number, string>();

	constructor(maximum: number) {
		this.#maximum = maximum;
	}

	/** `topic` empty: what the alias stands for; otherwise it stands for this topic from now on. */
	resolve(alias: number, topic: string): string {
		if (alias > this.#maximum) {
			throw new Violation(
				TOPIC_ALIAS_INVALID,
				`PUBLISH: topic alias ${alias}, where ${this.#maximum} are allowed [MQTT-3.1.2-26]`,
			);
		}
		if (topic !== "") {
			this.#topics.set(alias, topic);
			return topic;
		}
		return (
			this.#topics.get(alias) ?? refuseProtocol(`PUBLISH: topic alias ${alias} stands for nothing yet [MQTT 5.0: 3.3.2.3.4]`)
		);
	}
}
