import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { checkTopicName } from "../../../shared/topic/check-topic.ts";
import { readOversize } from "../../actions/select-offer.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./composer.module.css";
import { useComposer, useOffer } from "./use-composer.ts";
import { useJsonProblem } from "./use-json-problem.ts";

export interface ComposerNoteProps {
	readonly connectionId: string;
	readonly id: string;
	/** Takes the caret to this place of the payload. */
	readonly onShowPlace: (offset: number) => void;
}

/**
 * The composer's last line, always there so that nothing jumps: why the message cannot be sent, what the last press did, or what the next
 * one would meet; and the size of the payload.
 */
export function ComposerNote({ connectionId, id, onShowPlace }: ComposerNoteProps) {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const entry = useComposer(connectionId, (whole) => whole);
	const offer = useOffer(connectionId);
	const { draft, failure, outcome, payloadBytes } = entry;
	const problem = useJsonProblem(entry.jsonError);
	const alert = readAlert();
	const isAboutJson = alert === null && outcome === null && problem !== null;
	return (
		<div className={styles["foot"]}>
			{alert === null ? (
				<p className={isAboutJson ? styles["failure"] : styles["note"]} role="status">
					{isAboutJson ? problem.sentence : readNote()}
				</p>
			) : (
				<p id={id} className={styles["failure"]} role="alert">
					{alert}
				</p>
			)}
			{isAboutJson ? (
				<Button size="small" variant="ghost" onPress={() => onShowPlace(problem.offset)}>
					{say("composer.showPlace")}
				</Button>
			) : null}
			<span className={styles["size"]}>{formatBytes(payloadBytes, language)}</span>
		</div>
	);

	function readAlert(): string | null {
		const rule = draft.topic === "" ? null : checkTopicName(draft.topic);
		if (rule !== null) return formatRule(say, { rule });
		if (failure === null) return null;
		const { message, hint } = formatFailure(say, failure);
		const rules = failure.problems?.map((each) => formatRule(say, each)).join(" ") ?? "";
		return makeVisible(rules === "" ? `${message} ${hint}` : rules);
	}

	function readNote(): string {
		if (outcome !== null) {
			const topic = makeVisible(outcome.topic);
			return say(outcome.kind === "cleared" ? "composer.cleared" : "composer.clearWaits", { topic });
		}
		if (draft.qos > offer.maximumQos) return say("composer.qosTooHigh", { maximum: offer.maximumQos });
		if (!offer.retainAvailable && draft.retain) return say("composer.retainUnavailable");
		const oversize = readOversize(stores, connectionId);
		if (oversize !== null) {
			const format = new Intl.NumberFormat(language);
			return say("composer.tooLarge", { bytes: format.format(oversize.bytes), maximum: format.format(oversize.maximum) });
		}
		if (!offer.isConnected) return say(draft.qos === 0 ? "composer.refusedOffline" : "composer.waitsOffline");
		return draft.topic === "" && draft.text !== "" ? say("composer.topicNeeded") : "";
	}
}
