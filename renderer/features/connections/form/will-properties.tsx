import { useText } from "../../../i18n/use-text.ts";
import { PairRows } from "../../../ui/pair-rows.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { readPairWords } from "./choice-options.ts";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { applyCorrelationSyntax, type WillForm } from "./will-form.ts";

const CORRELATION_SYNTAXES = ["text", "hex", "base64"] as const;

/** What only MQTT 5 lets a will carry; an empty field is not sent. */
export function WillProperties({ form, change, errorOf, touch }: FormPartProps) {
	const say = useText();
	const { will } = form;
	const changeWill = (part: Partial<WillForm>) => change({ ...form, will: { ...will, ...part } });
	const unset = say("form.unset");
	const wire = (field: string) => ({
		name: `will.properties.${field}`,
		onBlur: () => touch(`will.properties.${field}`),
		error: errorOf(`will.properties.${field}`),
		placeholder: unset,
	});
	return (
		<>
			<FormCell span={2}>
				<TextField
					{...wire("messageExpirySeconds")}
					label={say("form.willExpiry")}
					value={will.messageExpirySeconds}
					onChange={(messageExpirySeconds) => changeWill({ messageExpirySeconds })}
					unit={say("form.seconds")}
					inputMode="numeric"
				/>
			</FormCell>
			<FormCell span={2}>
				<TextField
					{...wire("contentType")}
					label={say("form.willContentType")}
					value={will.contentType}
					onChange={(contentType) => changeWill({ contentType })}
					mono={true}
				/>
			</FormCell>
			<FormCell span={2}>
				<Select
					label={say("form.willFormat")}
					value={will.payloadIsUtf8}
					options={[
						{ value: "unset", label: unset },
						{ value: "no", label: say("form.willFormatBytes") },
						{ value: "yes", label: say("form.willFormatText") },
					]}
					onChange={(payloadIsUtf8) => changeWill({ payloadIsUtf8 })}
				/>
			</FormCell>
			<FormCell span={6}>
				<TextField
					{...wire("responseTopic")}
					label={say("form.willResponseTopic")}
					value={will.responseTopic}
					onChange={(responseTopic) => changeWill({ responseTopic })}
					mono={true}
				/>
			</FormCell>
			<FormCell span={4}>
				<TextField
					{...wire("correlationData")}
					label={say("form.willCorrelation")}
					value={will.correlationData}
					onChange={(correlationData) => changeWill({ correlationData })}
					mono={true}
				/>
			</FormCell>
			<FormCell span={2}>
				<Select
					label={say("form.willCorrelationAs")}
					value={will.correlationSyntax}
					options={CORRELATION_SYNTAXES.map((value) => ({ value, label: say(`form.syntax.${value}`) }))}
					onChange={(syntax) => change({ ...form, will: applyCorrelationSyntax(will, syntax) })}
				/>
			</FormCell>
			<FormCell span={6}>
				<PairRows
					{...readPairWords(say)}
					label={say("form.willUserProperties")}
					name="will.properties.userProperties"
					value={will.userProperties}
					onChange={(userProperties) => changeWill({ userProperties })}
					error={errorOf("will.properties.userProperties")}
				/>
			</FormCell>
		</>
	);
}
