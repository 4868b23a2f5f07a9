import type { SayText } from "../../../i18n/use-text.ts";
import type { PairRowsProps } from "../../../ui/pair-rows.tsx";
import type { SelectOption } from "../../../ui/select.tsx";
import type { Choice } from "./connect-properties-form.ts";

/** A flag of MQTT 5 that need not be sent. */
export function readChoiceOptions(say: SayText): readonly SelectOption<Choice>[] {
	return [
		{ value: "unset", label: say("form.unset") },
		{ value: "yes", label: say("common.yes") },
		{ value: "no", label: say("common.no") },
	];
}

type PairWords = Pick<PairRowsProps, "keyLabel" | "valueLabel" | "addLabel" | "removeLabel" | "moveUpLabel">;

export function readPairWords(say: SayText): PairWords {
	return {
		keyLabel: say("form.propertyKey"),
		valueLabel: say("form.propertyValue"),
		addLabel: say("form.propertyAdd"),
		removeLabel: say("form.propertyRemove"),
		moveUpLabel: say("form.propertyUp"),
	};
}
