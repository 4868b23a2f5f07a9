import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";

/** How long to wait before another attempt, at first and at most, and how many may fail in a row. */
export function ReconnectFields({ form, change, errorOf, touch }: FormPartProps) {
	const say = useText();
	const wire = (field: "reconnectDelaySeconds" | "reconnectCeilingSeconds" | "reconnectAttempts") => ({
		name: field,
		value: form[field],
		onChange: (value: string) => change({ ...form, [field]: value }),
		onBlur: () => touch(field),
		error: errorOf(field),
		disabled: !form.autoReconnect,
		inputMode: "numeric" as const,
	});
	return (
		<>
			<FormCell span={2}>
				<TextField {...wire("reconnectDelaySeconds")} label={say("form.reconnectDelay")} unit={say("form.seconds")} />
			</FormCell>
			<FormCell span={2}>
				<TextField {...wire("reconnectCeilingSeconds")} label={say("form.reconnectCeiling")} unit={say("form.seconds")} />
			</FormCell>
			<FormCell span={2}>
				<TextField
					{...wire("reconnectAttempts")}
					label={say("form.reconnectAttempts")}
					placeholder={say("form.reconnectNoLimit")}
				/>
			</FormCell>
		</>
	);
}
