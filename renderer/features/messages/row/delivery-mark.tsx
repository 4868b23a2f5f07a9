import { Check, CheckCheck, Clock, TriangleAlert } from "lucide-react";
import type { Delivery } from "../../../../shared/model/message.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import styles from "./delivery-mark.module.css";
import { describeDelivery } from "./describe-delivery.ts";
import type { RowTexts } from "./row-texts.ts";

export interface DeliveryMarkProps {
	readonly delivery: Delivery;
	readonly texts: RowTexts;
	/** Shortened at its end where there is no room; the tooltip then has all of it. */
	readonly isOneLine?: boolean;
}

/** How far a published message has come; its steps with their times in the tooltip. */
export function DeliveryMark({ delivery, texts, isOneLine = false }: DeliveryMarkProps) {
	const { label, steps, trouble } = describeDelivery(delivery, texts);
	const Mark = readMark(delivery);
	const words = trouble === null ? label : `${label}: ${trouble}`;
	return (
		<span
			className={joinClasses(styles["delivery"], delivery.state === "failed" && styles["failed"], isOneLine && styles["line"])}
			title={isOneLine ? `${words}\n${steps}` : steps}
		>
			<Mark className={styles["tick"]} aria-hidden={true} />
			{isOneLine ? <span className={styles["words"]}>{words}</span> : words}
		</span>
	);
}

function readMark({ state, ticks }: Delivery) {
	if (state === "failed") return TriangleAlert;
	const last = ticks.at(-1)?.step;
	if (last === undefined || last === "queued") return Clock;
	return last === "puback" || last === "pubcomp" ? CheckCheck : Check;
}
