import type { Granted } from "../../../../shared/model/connection.ts";
import type { QoS } from "../../../../shared/model/message.ts";
import { BYTE_SYNTAXES } from "../../../../shared/payload/parse-bytes.ts";
import { type SayText, useText } from "../../../i18n/use-text.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { ConnectionForm } from "./connection-form.ts";
import { describeWill } from "./describe-part.ts";
import { FoldedSection } from "./folded-section.tsx";
import { FormCell } from "./form-cell.tsx";
import { FormNote } from "./form-note.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { applyPayloadSyntax, type WillForm } from "./will-form.ts";
import { WillProperties } from "./will-properties.tsx";

const QOS_LEVELS: readonly QoS[] = [0, 1, 2];

/** `granted`: what the broker offers that this connection is open to now; null = not known. */
export function WillPart(props: FormPartProps & { readonly granted: Granted | null }) {
	const { form, change, errorOf, touch, granted } = props;
	const say = useText();
	const { will } = form;
	const changeWill = (part: Partial<WillForm>) => change({ ...form, will: { ...will, ...part } });
	return (
		<FoldedSection title={say("form.lastWill")} {...describeWill(say, form)}>
			<FormCell span={6}>
				<Checkbox
					label={say("form.will")}
					checked={will.isOn}
					onChange={(isOn) => changeWill({ isOn })}
					hint={say("form.willHint")}
				/>
			</FormCell>
			{will.isOn ? (
				<>
					<FormCell span={6}>
						<TextField
							label={say("form.willTopic")}
							name="will.topic"
							value={will.topic}
							onChange={(topic) => changeWill({ topic })}
							onBlur={() => touch("will.topic")}
							error={errorOf("will.topic")}
							mono={true}
						/>
					</FormCell>
					<FormCell span={6}>
						<SegmentedControl
							label={say("form.willSyntax")}
							value={will.payloadSyntax}
							options={BYTE_SYNTAXES.map((value) => ({ value, label: say(`form.syntax.${value}`) }))}
							onChange={(syntax) => change({ ...form, will: applyPayloadSyntax(will, syntax) })}
							size="small"
						/>
					</FormCell>
					<FormCell span={6}>
						<TextArea
							label={say("form.willPayload")}
							name="will.payload"
							value={will.payload}
							onChange={(payload) => changeWill({ payload })}
							onBlur={() => touch("will.payload")}
							error={errorOf("will.payload")}
							rows={3}
							mono={true}
						/>
					</FormCell>
					<FormCell span={2}>
						<SegmentedControl
							label={say("form.willQos")}
							value={will.qos}
							options={QOS_LEVELS.map((value) => ({ value, label: String(value) }))}
							onChange={(qos) => changeWill({ qos })}
						/>
					</FormCell>
					<FormCell span={2} beside={true}>
						<Checkbox label={say("form.willRetain")} checked={will.retain} onChange={(retain) => changeWill({ retain })} />
					</FormCell>
					{form.version === "5.0" ? (
						<FormCell span={2}>
							<TextField
								label={say("form.willDelay")}
								name="will.delaySeconds"
								value={will.delaySeconds}
								onChange={(delaySeconds) => changeWill({ delaySeconds })}
								onBlur={() => touch("will.delaySeconds")}
								error={errorOf("will.delaySeconds")}
								warning={endsBeforeDelay(form) ? say("form.willDelayCut") : null}
								unit={say("form.seconds")}
								inputMode="numeric"
							/>
						</FormCell>
					) : null}
					{readOfferWarnings(say, will, granted).map((warning) => (
						<FormCell key={warning} span={6}>
							<FormNote text={warning} />
						</FormCell>
					))}
					{form.version === "5.0" ? <WillProperties {...props} /> : null}
				</>
			) : null}
		</FoldedSection>
	);
}

/** With the session ends the wait. [MQTT 5.0, 3.1.2.5] */
function endsBeforeDelay({ neverExpires, sessionExpirySeconds, will }: ConnectionForm): boolean {
	return !neverExpires && Number(will.delaySeconds) > Number(sessionExpirySeconds);
}

/** What the broker would refuse the connection for. [MQTT-3.2.2-12, MQTT-3.2.2-13] */
function readOfferWarnings(say: SayText, { qos, retain }: WillForm, granted: Granted | null): readonly string[] {
	if (granted === null) return [];
	return [
		...(qos > granted.maximumQos ? [say("form.willQosBeyond", { maximum: granted.maximumQos })] : []),
		...(retain && !granted.retainAvailable ? [say("form.willRetainBeyond")] : []),
	];
}
