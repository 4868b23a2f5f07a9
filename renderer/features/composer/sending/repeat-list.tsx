import { Square, X } from "lucide-react";
import type { Repeat } from "../../../../shared/model/outgoing.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { dismissRepeat, isUnderWay, stopRepeat } from "../../../actions/repeat-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MiddleEllipsis } from "../../../ui/middle-ellipsis.tsx";
import { describeRepeat } from "./describe-repeat.ts";
import styles from "./outgoing-strip.module.css";

export interface RepeatListProps {
	readonly connectionId: string;
	readonly repeats: readonly Repeat[];
}

/** The repeats of a connection: how far each is, and why it does not go on. */
export function RepeatList({ connectionId, repeats }: RepeatListProps) {
	const say = useText();
	const language = useLanguage();
	const run = useRunAction();
	return (
		<ul className={styles["list"]}>
			{repeats.map((repeat) => {
				const { facts, trouble } = describeRepeat(repeat, say, language);
				const subject = { connectionId, repeat };
				const action = isUnderWay(repeat) ? stopRepeat : dismissRepeat;
				return (
					<li key={repeat.id} className={styles["item"]}>
						<div className={styles["words"]}>
							<div className={styles["topic"]}>
								<MiddleEllipsis text={makeVisible(repeat.topic)} />
							</div>
							<p className={styles["facts"]}>{facts}</p>
							{trouble === null ? null : <p className={styles["trouble"]}>{trouble}</p>}
						</div>
						<IconButton
							label={`${say(action.label)}: ${makeVisible(repeat.topic)}`}
							icon={isUnderWay(repeat) ? Square : X}
							size="small"
							onPress={() => run(action, subject)}
						/>
					</li>
				);
			})}
		</ul>
	);
}
