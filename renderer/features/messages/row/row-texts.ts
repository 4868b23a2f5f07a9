/** The few words that every row needs, looked up once for all rows: a hook in each row would cost more than the row. */

import type { DeliveryStep } from "../../../../shared/model/message.ts";
import { formatBytes } from "../../../i18n/format-bytes.ts";
import type { SayText } from "../../../i18n/use-text.ts";

export interface RowTexts {
	readonly say: SayText;
	readonly received: string;
	readonly published: string;
	/** Between the parts of a row's name. */
	readonly separator: string;
	readonly retained: string;
	readonly duplicate: string;
	readonly pinned: string;
	readonly selected: string;
	readonly qos: readonly [string, string, string];
	readonly emptyPayload: string;
	/** An empty payload with Retain. */
	readonly clearsRetained: string;
	readonly brokenJson: string;
	readonly binary: { readonly "not-utf8": string; readonly "control-characters": string };
	/** Before bytes that are no text. */
	readonly hex: string;
	readonly actions: string;
	readonly waiting: string;
	readonly failed: string;
	readonly step: Readonly<Record<DeliveryStep, string>>;
	readonly formatDay: (at: number) => string;
	readonly formatSize: (bytes: number) => string;
}

export function createRowTexts(say: SayText, language: string): RowTexts {
	const days = new Intl.DateTimeFormat(language, { weekday: "long", year: "numeric", month: "long", day: "numeric" });
	return {
		say,
		received: say("conversation.received"),
		published: say("conversation.published"),
		separator: say("conversation.message.separator"),
		retained: say("conversation.message.retained"),
		duplicate: say("conversation.message.duplicate"),
		pinned: say("conversation.message.pinned"),
		selected: say("conversation.message.selected"),
		qos: [
			say("conversation.message.qos", { qos: 0 }),
			say("conversation.message.qos", { qos: 1 }),
			say("conversation.message.qos", { qos: 2 }),
		],
		emptyPayload: say("conversation.message.emptyPayload"),
		clearsRetained: say("conversation.message.clearsRetained"),
		brokenJson: say("conversation.message.brokenJson"),
		binary: {
			"not-utf8": say("conversation.message.notUtf8"),
			"control-characters": say("conversation.message.controls"),
		},
		hex: say("inspector.views.hex"),
		actions: say("conversation.message.actions"),
		waiting: say("conversation.delivery.waiting"),
		failed: say("conversation.delivery.failed"),
		step: {
			queued: say("conversation.delivery.step.queued"),
			sent: say("conversation.delivery.step.sent"),
			resent: say("conversation.delivery.step.resent"),
			puback: say("conversation.delivery.step.puback"),
			pubrec: say("conversation.delivery.step.pubrec"),
			pubcomp: say("conversation.delivery.step.pubcomp"),
			refused: say("conversation.delivery.step.refused"),
			withdrawn: say("conversation.delivery.step.withdrawn"),
		},
		formatDay: (at) => days.format(at),
		formatSize: (bytes) => formatBytes(bytes, language),
	};
}
