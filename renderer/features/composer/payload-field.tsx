import type { Ref } from "react";
import { formatJson } from "../../../shared/payload/format-json.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import styles from "./composer.module.css";
import { useComposer } from "./use-composer.ts";

export interface PayloadFieldProps {
	readonly connectionId: string;
	readonly ref: Ref<HTMLTextAreaElement>;
}

/** The payload as text or JSON. It is one text: choosing another format checks it anew and changes nothing in it. */
export function PayloadField({ connectionId, ref }: PayloadFieldProps) {
	const say = useText();
	const { entry, change } = useComposer(connectionId);
	const { draft, jsonError } = entry;
	const layOut = () => {
		const format = formatJson(draft.text);
		if (format.ok) change({ text: format.text });
	};
	const error =
		jsonError === null
			? null
			: say("composer.jsonError", {
					line: jsonError.line,
					column: jsonError.column,
					problem: say(`composer.jsonProblem.${jsonError.problem}`),
				});
	return (
		<div className={styles["payload"]}>
			<TextArea
				ref={ref}
				label={say("composer.payload")}
				mono={true}
				rows={2}
				value={draft.text}
				onChange={(text) => change({ text })}
				error={error}
				aside={
					<span className={styles["formats"]}>
						{draft.format === "json" ? (
							<Button size="small" variant="ghost" disabled={draft.text === "" || jsonError !== null} onPress={layOut}>
								{say("composer.layOut")}
							</Button>
						) : null}
						<SegmentedControl<"text" | "json">
							label={say("composer.format")}
							hideLabel={true}
							size="small"
							value={draft.format}
							options={[
								{ value: "text", label: say("composer.text") },
								{ value: "json", label: say("composer.json") },
							]}
							onChange={(format) => change({ format })}
						/>
					</span>
				}
			/>
		</div>
	);
}
