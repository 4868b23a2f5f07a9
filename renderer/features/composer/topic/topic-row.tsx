import type { QoS } from "../../../../shared/model/message.ts";
import { checkTopicName } from "../../../../shared/topic/check-topic.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { SuggestField } from "../../../ui/suggest-field.tsx";
import styles from "../composer.module.css";
import { useChangeDraft, useComposer, useOffer } from "../use-composer.ts";
import { useSeenTopics } from "./use-seen-topics.ts";
import { useTopicSuggestions } from "./use-topic-suggestions.ts";

const LEVELS: readonly QoS[] = [0, 1, 2];

export interface TopicRowProps {
	readonly connectionId: string;
	/** The element that says what is wrong with the topic. */
	readonly noteId: string;
}

/** Where a message goes, and how. What the broker does not offer cannot be chosen, and says why. */
export function TopicRow({ connectionId, noteId }: TopicRowProps) {
	const say = useText();
	const topic = useComposer(connectionId, (entry) => entry.draft.topic);
	const chosenQos = useComposer(connectionId, (entry) => entry.draft.qos);
	const retain = useComposer(connectionId, (entry) => entry.draft.retain);
	const offer = useOffer(connectionId);
	const change = useChangeDraft(connectionId);
	const suggest = useTopicSuggestions(connectionId);
	useSeenTopics(connectionId);
	const isWrong = topic !== "" && checkTopicName(topic) !== null;
	return (
		<div className={styles["row"]}>
			<div className={styles["topic"]}>
				<SuggestField
					label={say("composer.topic")}
					placeholder={say("composer.topicHint")}
					value={topic}
					onChange={(next) => change({ topic: next })}
					suggest={suggest}
					listLabel={say("composer.knownTopics")}
					emptyText={say(topic === "" ? "composer.noTopics" : "composer.noSuchTopic")}
					errorId={isWrong ? noteId : null}
				/>
			</div>
			<div className={styles["qos"]}>
				<span className={styles["label"]} aria-hidden={true}>
					{say("composer.qos")}
				</span>
				<SegmentedControl<QoS>
					label={say("composer.qos")}
					hideLabel={true}
					value={chosenQos}
					options={LEVELS.map((qos) => ({
						value: qos,
						label: String(qos),
						disabled: qos > offer.maximumQos,
						title: qos > offer.maximumQos ? say("composer.qosTooHigh", { maximum: offer.maximumQos }) : undefined,
					}))}
					onChange={(qos) => change({ qos })}
				/>
			</div>
			<Checkbox
				label={say("composer.retain")}
				checked={retain}
				disabled={!offer.retainAvailable && !retain}
				title={offer.retainAvailable ? undefined : say("composer.retainUnavailable")}
				onChange={(next) => change({ retain: next })}
			/>
		</div>
	);
}
