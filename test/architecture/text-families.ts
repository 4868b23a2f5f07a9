/**
 * The keys of texts that no source holds whole, because the page puts them together; `*` is what is filled in. Each family says in which
 * sources its members stand, so that a member which nobody names any more is found. A composed key that is not listed is refused.
 */
export interface TextFamily {
	/** As the page composes it. */
	readonly key: string;
	/** Files, or folders with a `/` at their end, in which every member stands as a literal; null = the specification names them. */
	readonly namedIn: readonly string[] | null;
}

const EVERYWHERE = ["shared/", "electron/", "renderer/"];

export const TEXT_FAMILIES: readonly TextFamily[] = [
	{
		key: "form.syntax.*",
		namedIn: ["shared/payload/parse-bytes.ts"],
	},
	{ key: "failure.*.message", namedIn: EVERYWHERE },
	{ key: "failure.*.hint", namedIn: EVERYWHERE },
	{ key: "subscription.identifierKind.*", namedIn: ["renderer/features/subscriptions/"] },
	{ key: "rule.*", namedIn: EVERYWHERE },
	{ key: "noun.*", namedIn: ["electron/"] },
	{ key: "secret.*", namedIn: ["shared/model/secret.ts", "renderer/i18n/format-failure.ts"] },
	// A proxy may answer with any of them. [RFC 1928, 6]
	{ key: "socksReply.*", namedIn: null },
	// A broker may send any of them. [MQTT 5.0, 2.4]
	{ key: "reason.*", namedIn: null },
	{ key: "advice.*", namedIn: null },
	{ key: "common.colour.*", namedIn: ["shared/model/subscription.ts"] },
	{ key: "broker.*", namedIn: ["shared/model/local-broker.ts"] },
	{ key: "composer.formats.*", namedIn: ["shared/model/written-message.ts"] },
	{ key: "composer.variables.name.*", namedIn: ["shared/payload/resolve-variables.ts"] },
	{ key: "repeat.end.*", namedIn: ["shared/model/outgoing.ts"] },
	{ key: "composer.jsonProblem.*", namedIn: ["shared/payload/scan-json.ts"] },
	{ key: "composer.topicSource.*", namedIn: ["renderer/features/composer/topic/suggest-topics.ts"] },
	{ key: "conversation.column.*", namedIn: ["renderer/state/message-view-store.ts"] },
	{ key: "conversation.delivery.step.*", namedIn: ["shared/model/message.ts"] },
	{ key: "inspector.change.*", namedIn: ["shared/payload/compare-json.ts"] },
	{ key: "inspector.note.*", namedIn: ["renderer/features/inspector/line-changes.tsx"] },
	{ key: "inspector.property.*", namedIn: ["renderer/features/inspector/message-facts.tsx"] },
	{ key: "inspector.reason.*", namedIn: ["shared/payload/read-payload.ts"] },
	{ key: "inspector.views.*", namedIn: ["renderer/features/inspector/payload-tab.tsx"] },
];
