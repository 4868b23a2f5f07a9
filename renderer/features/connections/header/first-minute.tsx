import { Plus, Rocket } from "lucide-react";
import { tryBroker } from "../../../actions/broker-actions.ts";
import { newConnection } from "../../../actions/connection-actions.ts";
import { useAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import styles from "./first-minute.module.css";

/** What stands where there is no connection yet: one press to the first message, or a connection of one's own. */
export function FirstMinute() {
	const say = useText();
	const trying = useAction(tryBroker, undefined);
	const creating = useAction(newConnection, undefined);
	return (
		<section className={styles["page"]} aria-labelledby="first-minute-title">
			<h1 id="first-minute-title" className={styles["title"]}>
				{say("connection.empty.title")}
			</h1>
			<p className={styles["text"]}>{say("connection.empty.text")}</p>
			<div className={styles["ways"]}>
				<div className={styles["way"]}>
					<Button variant="primary" icon={Rocket} onPress={trying.run} disabled={!trying.can}>
						{say(tryBroker.label)}
					</Button>
					<p className={styles["hint"]}>{say("connection.empty.tryHint")}</p>
				</div>
				<div className={styles["way"]}>
					<Button icon={Plus} onPress={creating.run} disabled={!creating.can}>
						{say(newConnection.label)}
					</Button>
					<p className={styles["hint"]}>{say("connection.empty.newHint")}</p>
				</div>
			</div>
		</section>
	);
}
