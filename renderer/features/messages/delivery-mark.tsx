import { Check, CheckCheck, Clock, TriangleAlert } from "lucide-react";
import type { Delivery } from "../../../shared/model/message.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import styles from "./delivery-mark.module.css";
import { describeDelivery } from "./describe-delivery.ts";
import type { RowTexts } from "./row-texts.ts";

/** How far a published message has come; its steps with their times in the tooltip. */
export function DeliveryMark({ delivery, texts }: { readonly delivery: Delivery; readonly texts: RowTexts }) {
	const { label, steps, trouble } = describeDelivery(delivery, texts);
	const Mark = readMark(delivery);
	return (
		<span className={joinClasses(styles["delivery"], delivery.state === "failed" && styles["failed"])} title={steps}>
			<Mark className={styles["tick"]} aria-hidden={true} />
			{trouble === null ? label : `${label}: ${trouble}`}
		</span>
	);
}

function readMark({ state, ticks }: Delivery) {
	if (state === "failed") return TriangleAlert;
	const last = ticks.at(-1)?.step;
	if (last === undefined || last === "queued") return Clock;
	return last === "puback" || last === "pubcomp" ? CheckCheck : Check;
}
