import { useState } from "react";
import { checkInput } from "../../../shared/contract/check-input.ts";
import { preferences } from "../../../shared/contract/preferences.ts";
import { DEFAULT_PREFERENCES } from "../../../shared/model/preferences.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";

/** Stored when the field is left or Enter is pressed: on the way to 1,000,000 a person passes 1, which would evict nearly all. */
export function KeepMessagesField(props: { readonly stored: number; readonly onStore: (count: number) => void }) {
	const say = useText();
	const [text, setText] = useState(String(props.stored));
	const count = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
	const checked = checkInput(preferences, { ...DEFAULT_PREFERENCES, keepMessages: count });
	const problem = checked.ok ? undefined : checked.failure.problems?.[0];
	const store = () => {
		if (checked.ok && count !== props.stored) props.onStore(count);
	};
	return (
		<TextField
			label={say("settings.keepMessages")}
			value={text}
			onChange={setText}
			onBlur={store}
			onKeyDown={(event) => {
				if (event.key === "Enter" && !event.nativeEvent.isComposing) store();
			}}
			error={problem === undefined ? null : formatRule(say, problem)}
			hint={say("settings.keepMessagesHint")}
			inputMode="numeric"
		/>
	);
}
