import { TriangleAlert } from "lucide-react";
import { type FormEvent, useId, useRef } from "react";
import { useStore } from "zustand";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { SUBSCRIPTION_COLOURS, type Subscription } from "../../../shared/model/subscription.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectConnectionState } from "../../state/connections-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MarkChoice } from "../../ui/mark-choice.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./subscription-dialog.module.css";
import { SubscriptionOptionsPart } from "./subscription-options-part.tsx";
import { useSubscriptionForm } from "./use-subscription-form.ts";

export interface SubscriptionDialogProps {
	readonly connectionId: string;
	/** null = new ones, as many as there are filters. */
	readonly subscription: Subscription | null;
	/** What a new one's filter begins with. */
	readonly filter: string;
	readonly onClose: () => void;
}

/** The form of one subscription, or of several new ones at once. Enter adds them; Shift and Enter begin another line. */
export function SubscriptionDialog({ connectionId, subscription, filter, onClose }: SubscriptionDialogProps) {
	const say = useText();
	const stores = useStores();
	const formId = useId();
	const filterField = useRef<HTMLTextAreaElement>(null);
	const form = useSubscriptionForm(connectionId, subscription, filter);
	const isConnected = useStore(stores.connections, (state) => selectConnectionState(state, connectionId).kind === "connected");
	const submit = async () => {
		const outcome = await form.submit();
		if (outcome === "saved") onClose();
		else if (outcome === "wrong") filterField.current?.focus();
	};
	return (
		<Dialog
			title={say(subscription === null ? "subscription.newTitle" : "subscription.editTitle")}
			size="base"
			onClose={onClose}
			closeLabel={say("common.close")}
			initialFocus={filterField}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{say(subscription === null ? "subscription.subscribe" : "common.save")}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				className={styles["form"]}
				noValidate={true}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void submit();
				}}
			>
				{form.refusal === null ? null : <Banner tone="danger" icon={TriangleAlert} {...formatFailure(say, form.refusal)} />}
				<TextArea
					label={say("subscription.filters")}
					name="filter"
					value={form.text}
					onChange={form.setText}
					onBlur={form.touch}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
						event.preventDefault();
						void submit();
					}}
					error={form.error}
					hint={subscription === null ? say("subscription.filtersHint") : undefined}
					rows={subscription === null ? 3 : 1}
					mono={true}
					ref={filterField}
				/>
				<div className={styles["row"]}>
					<SegmentedControl label={say("subscription.qos")} value={form.qos} options={form.qosOptions} onChange={form.setQos} />
					<MarkChoice
						label={say("subscription.colour")}
						value={form.colour}
						options={SUBSCRIPTION_COLOURS.map((value) => ({ value, label: say(`common.colour.${value}`) }))}
						onChange={form.setColour}
					/>
				</div>
				<TextField
					label={say("subscription.alias")}
					name="alias"
					value={form.alias}
					onChange={form.setAlias}
					placeholder={say("common.optional")}
					disabled={form.isSeveral}
				/>
				{form.isFive ? (
					<SubscriptionOptionsPart
						options={form.options}
						onChange={form.setOptions}
						errorOf={form.optionError}
						identifiersReason={
							form.granted?.identifiersAvailable === false
								? formatFailure(say, createFailure("identifiers-unavailable")).message
								: null
						}
					/>
				) : null}
				{isConnected ? null : <p className={styles["note"]}>{say("subscription.offlineHint")}</p>}
			</form>
		</Dialog>
	);
}
