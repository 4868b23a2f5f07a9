import { useText } from "../../i18n/use-text.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { PairRows } from "../../ui/pair-rows.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./subscription-dialog.module.css";
import type { OptionField, SubscriptionOptions } from "./subscription-options.ts";

export interface SubscriptionOptionsPartProps {
	readonly options: SubscriptionOptions;
	readonly onChange: (options: SubscriptionOptions) => void;
	readonly errorOf: (field: OptionField) => string | null;
	/** Why identifiers cannot be chosen now; null = they can. */
	readonly identifiersReason: string | null;
}

/** What MQTT 5 lets SUBSCRIBE say besides. */
export function SubscriptionOptionsPart({ options, onChange, errorOf, identifiersReason }: SubscriptionOptionsPartProps) {
	const say = useText();
	const change = (part: Partial<SubscriptionOptions>) => onChange({ ...options, ...part });
	const isBlocked = identifiersReason !== null;
	return (
		<fieldset className={styles["options"]}>
			<legend className={styles["legend"]}>{say("subscription.options")}</legend>
			<div className={styles["row"]}>
				<Checkbox
					label={say("subscription.noLocal")}
					checked={options.noLocal}
					onChange={(noLocal) => change({ noLocal })}
					hint={say("subscription.noLocalHint")}
					warning={errorOf("noLocal")}
				/>
				<Checkbox
					label={say("subscription.retainAsPublished")}
					checked={options.retainAsPublished}
					onChange={(retainAsPublished) => change({ retainAsPublished })}
					hint={say("subscription.retainAsPublishedHint")}
				/>
			</div>
			<Select
				label={say("subscription.retainHandling")}
				value={options.retainHandling}
				options={[
					{ value: 0, label: say("subscription.retainHandling0") },
					{ value: 1, label: say("subscription.retainHandling1") },
					{ value: 2, label: say("subscription.retainHandling2") },
				]}
				onChange={(retainHandling) => change({ retainHandling })}
			/>
			<div className={styles["row"]}>
				<SegmentedControl
					label={say("subscription.identifier")}
					value={options.identifierKind}
					options={(["none", "auto", "own"] as const).map((value) => ({
						value,
						label: say(`subscription.identifierKind.${value}`),
						disabled: value !== "none" && isBlocked,
						title: value === "none" ? undefined : (identifiersReason ?? undefined),
					}))}
					onChange={(identifierKind) => change({ identifierKind })}
				/>
				{options.identifierKind === "own" ? (
					<TextField
						label={say("subscription.ownIdentifier")}
						name="identifier"
						value={options.identifier}
						onChange={(identifier) => change({ identifier })}
						error={errorOf("identifier")}
						inputMode="numeric"
					/>
				) : null}
			</div>
			{isBlocked ? <p className={styles["note"]}>{identifiersReason}</p> : null}
			<PairRows
				label={say("form.userProperties")}
				keyLabel={say("form.propertyKey")}
				valueLabel={say("form.propertyValue")}
				addLabel={say("form.propertyAdd")}
				removeLabel={say("form.propertyRemove")}
				moveUpLabel={say("form.propertyUp")}
				name="userProperties"
				value={options.userProperties}
				onChange={(userProperties) => change({ userProperties })}
				error={errorOf("userProperties")}
			/>
		</fieldset>
	);
}
