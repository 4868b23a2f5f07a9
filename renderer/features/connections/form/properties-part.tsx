import { useText } from "../../../i18n/use-text.ts";
import { PairRows } from "../../../ui/pair-rows.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { readChoiceOptions, readPairWords } from "./choice-options.ts";
import type { ConnectPropertiesForm } from "./connect-properties-form.ts";
import { describeProperties } from "./describe-part.ts";
import { FoldedSection } from "./folded-section.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";

/** What MQTT 5 lets CONNECT say besides; an empty field is not sent. */
export function PropertiesPart({ form, change, errorOf, touch }: FormPartProps) {
	const say = useText();
	if (form.version !== "5.0") return null;
	const { properties } = form;
	const changeProperties = (part: Partial<ConnectPropertiesForm>) => change({ ...form, properties: { ...properties, ...part } });
	const wire = (field: "receiveMaximum" | "maximumPacketBytes" | "topicAliasMaximum") => ({
		name: `properties.${field}`,
		value: properties[field],
		onChange: (value: string) => changeProperties({ [field]: value }),
		onBlur: () => touch(`properties.${field}`),
		error: errorOf(`properties.${field}`),
		placeholder: say("form.unset"),
		inputMode: "numeric" as const,
	});
	return (
		<FoldedSection title={say("form.properties")} {...describeProperties(say, form)}>
			<FormCell span={2}>
				<TextField {...wire("receiveMaximum")} label={say("form.receiveMaximum")} />
			</FormCell>
			<FormCell span={2}>
				<TextField {...wire("maximumPacketBytes")} label={say("form.maximumPacket")} unit="B" />
			</FormCell>
			<FormCell span={2}>
				<TextField {...wire("topicAliasMaximum")} label={say("form.topicAliasMaximum")} />
			</FormCell>
			<FormCell span={3}>
				<Select
					label={say("form.requestResponseInformation")}
					value={properties.requestResponseInformation}
					options={readChoiceOptions(say)}
					onChange={(requestResponseInformation) => changeProperties({ requestResponseInformation })}
				/>
			</FormCell>
			<FormCell span={3}>
				<Select
					label={say("form.requestProblemInformation")}
					value={properties.requestProblemInformation}
					options={readChoiceOptions(say)}
					onChange={(requestProblemInformation) => changeProperties({ requestProblemInformation })}
				/>
			</FormCell>
			<FormCell span={6}>
				<PairRows
					{...readPairWords(say)}
					label={say("form.userProperties")}
					name="properties.userProperties"
					value={properties.userProperties}
					onChange={(userProperties) => changeProperties({ userProperties })}
					error={errorOf("properties.userProperties")}
					hint={properties.userProperties.length > 1 ? say("form.userPropertiesHint") : undefined}
				/>
			</FormCell>
		</FoldedSection>
	);
}
