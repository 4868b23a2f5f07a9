import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { useText } from "../../i18n/use-text.ts";
import styles from "./composer.module.css";
import { useComposer } from "./use-composer.ts";

/** One sentence at the composer's foot: why the last press was refused, what it did, or what the next one would meet. */
export function ComposerNote({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const { entry, offer } = useComposer(connectionId);
	const { draft, failure, outcome } = entry;
	if (failure !== null) {
		const { message, hint } = formatFailure(say, failure);
		const rules = failure.problems?.map((problem) => formatRule(say, problem)).join(" ") ?? "";
		return (
			<p className={styles["failure"]} role="alert">
				{makeVisible(rules === "" ? `${message} ${hint}` : rules)}
			</p>
		);
	}
	return (
		<p className={styles["note"]} role="status">
			{readNote()}
		</p>
	);

	function readNote(): string {
		if (outcome !== null) {
			const topic = makeVisible(outcome.topic);
			return say(outcome.kind === "cleared" ? "composer.cleared" : "composer.clearWaits", { topic });
		}
		if (draft.qos > offer.maximumQos) return say("composer.qosTooHigh", { maximum: offer.maximumQos });
		if (!offer.retainAvailable && draft.retain) return say("composer.retainUnavailable");
		if (offer.isConnected) return "";
		return say(draft.qos === 0 ? "composer.refusedOffline" : "composer.waitsOffline");
	}
}
