import type { QoS } from "../../../shared/model/message.ts";
import { useText } from "../../i18n/use-text.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { ConnectionForm } from "./connection-form.ts";
import { FormCell } from "./form-cell.tsx";
import { type FormPartProps, FormSection } from "./form-section.tsx";

const QOS_LEVELS: readonly QoS[] = [0, 1, 2];

export function WillPart({ form, change, errorOf, touch }: FormPartProps) {
	const say = useText();
	return (
		<FormSection title={say("form.lastWill")}>
			<FormCell span={6}>
				<Checkbox
					label={say("form.will")}
					checked={form.hasWill}
					onChange={(hasWill) => change({ ...form, hasWill })}
					hint={say("form.willHint")}
				/>
			</FormCell>
			{form.hasWill ? (
				<>
					<FormCell span={6}>
						<TextField
							label={say("form.willTopic")}
							name="will.topic"
							value={form.willTopic}
							onChange={(willTopic) => change({ ...form, willTopic })}
							onBlur={() => touch("will.topic")}
							error={errorOf("will.topic")}
							mono={true}
						/>
					</FormCell>
					<FormCell span={6}>
						<TextArea
							label={say("form.willPayload")}
							name="will.payload"
							value={form.willPayload}
							onChange={(willPayload) => change({ ...form, willPayload, willPayloadBytes: null })}
							onBlur={() => touch("will.payload")}
							error={errorOf("will.payload")}
							rows={2}
							mono={true}
						/>
					</FormCell>
					<FormCell span={2}>
						<SegmentedControl
							label={say("form.willQos")}
							value={form.willQos}
							options={QOS_LEVELS.map((value) => ({ value, label: String(value) }))}
							onChange={(willQos) => change({ ...form, willQos })}
						/>
					</FormCell>
					<FormCell span={2} beside={true}>
						<Checkbox
							label={say("form.willRetain")}
							checked={form.willRetain}
							onChange={(willRetain) => change({ ...form, willRetain })}
						/>
					</FormCell>
					{form.version === "5.0" ? (
						<FormCell span={2}>
							<TextField
								label={say("form.willDelay")}
								name="will.delaySeconds"
								value={form.willDelaySeconds}
								onChange={(willDelaySeconds) => change({ ...form, willDelaySeconds })}
								onBlur={() => touch("will.delaySeconds")}
								error={errorOf("will.delaySeconds")}
								warning={endsBeforeDelay(form) ? say("form.willDelayCut") : null}
								unit={say("form.seconds")}
								inputMode="numeric"
							/>
						</FormCell>
					) : null}
				</>
			) : null}
		</FormSection>
	);
}

/** With the session ends the wait. [MQTT 5.0, 3.1.2.5] */
function endsBeforeDelay(form: ConnectionForm): boolean {
	return !form.neverExpires && Number(form.willDelaySeconds) > Number(form.sessionExpirySeconds);
}
