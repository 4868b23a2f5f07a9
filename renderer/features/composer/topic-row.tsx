import type { QoS } from "../../../shared/model/message.ts";
import { checkTopicName } from "../../../shared/topic/check-topic.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { useText } from "../../i18n/use-text.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./composer.module.css";
import { useComposer } from "./use-composer.ts";

const LEVELS: readonly QoS[] = [0, 1, 2];

/** Where a message goes, and how. What the broker does not offer cannot be chosen, and says why. */
export function TopicRow({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const { entry, offer, change } = useComposer(connectionId);
	const { draft } = entry;
	const rule = draft.topic === "" ? null : checkTopicName(draft.topic);
	return (
		<div className={styles["row"]}>
			<div className={styles["topic"]}>
				<TextField
					label={say("composer.topic")}
					placeholder={say("composer.topicHint")}
					mono={true}
					value={draft.topic}
					onChange={(topic) => change({ topic })}
					suggestions={entry.recentTopics}
					error={rule === null ? null : formatRule(say, { rule })}
				/>
			</div>
			<SegmentedControl<QoS>
				label={say("composer.qos")}
				value={draft.qos}
				options={LEVELS.map((qos) => ({
					value: qos,
					label: String(qos),
					disabled: qos > offer.maximumQos,
					title: qos > offer.maximumQos ? say("composer.qosTooHigh", { maximum: offer.maximumQos }) : undefined,
				}))}
				onChange={(qos) => change({ qos })}
			/>
			<div className={styles["retain"]}>
				<Checkbox
					label={say("composer.retain")}
					checked={draft.retain}
					disabled={!offer.retainAvailable && !draft.retain}
					title={offer.retainAvailable ? undefined : say("composer.retainUnavailable")}
					onChange={(retain) => change({ retain })}
				/>
			</div>
		</div>
	);
}
