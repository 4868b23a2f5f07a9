import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { decodeText, findWholeEnd } from "../../../shared/payload/decode-text.ts";
import { detectPayload } from "../../../shared/payload/detect-payload.ts";
import { splitHexLines, splitTextLines } from "../../../shared/payload/payload-lines.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { formatSize } from "./format-size.ts";
import styles from "./payload-view.module.css";
import { useJsonLayout } from "./use-json-layout.ts";
import { VirtualLines } from "./virtual-lines.tsx";

type View = "text" | "json" | "hex";

/** What is looked at at once. A payload can have 256 MB; its text would take seconds to decode and index as a whole. */
const PART_BYTES = 4 * 1024 * 1024;

/** A whole payload as text, JSON or hex, a part at a time, without stalling on any size. */
export function PayloadView({ payload }: { readonly payload: Uint8Array }) {
	const say = useText();
	const { i18n } = useTranslation();
	const [chosen, setChosen] = useState<View | null>(null);
	const [from, setFrom] = useState(0);
	const first = useMemo(() => detectPayload(payload.subarray(0, 65_536), payload.byteLength > 65_536), [payload]);
	const view = chosen ?? (first.kind === "binary" ? "hex" : first.kind === "json" ? "json" : "text");
	const isOnePart = payload.byteLength <= PART_BYTES;
	const part = useMemo(() => readPart(payload, from), [payload, from]);
	const text = useMemo(() => (view === "hex" ? null : decodeText(part)), [part, view]);
	const json = useJsonLayout(view === "json" && isOnePart ? text : null);
	const lines = useMemo(() => {
		if (view === "hex") return splitHexLines(part, from);
		if (view === "json") return json?.ok === true ? splitTextLines(json.text) : null;
		return text === null ? null : splitTextLines(text);
	}, [view, part, from, json, text]);
	const format = (value: number) => value.toLocaleString(i18n.language);

	return (
		<div className={styles["payload"]}>
			<SegmentedControl<View>
				label={say("conversation.details.view")}
				hideLabel={true}
				size="small"
				value={view}
				options={[
					{ value: "text", label: say("conversation.details.text") },
					{ value: "json", label: say("conversation.details.json") },
					{ value: "hex", label: say("conversation.details.hex") },
				]}
				onChange={setChosen}
			/>
			{lines !== null ? <VirtualLines key={`${view} ${from}`} lines={lines} label={say("conversation.details.payload")} /> : null}
			{lines === null ? <p className={styles["reason"]}>{readReason()}</p> : null}
			{isOnePart ? null : (
				<div className={styles["parts"]}>
					<Button size="small" disabled={from === 0} onPress={() => setFrom(Math.max(0, from - PART_BYTES))}>
						{say("conversation.details.previousPart")}
					</Button>
					<span>
						{say("conversation.details.part", {
							from: format(from),
							to: format(Math.min(payload.byteLength, from + PART_BYTES)),
							total: format(payload.byteLength),
						})}
					</span>
					<Button size="small" disabled={from + PART_BYTES >= payload.byteLength} onPress={() => setFrom(from + PART_BYTES)}>
						{say("conversation.details.nextPart")}
					</Button>
				</div>
			)}
		</div>
	);

	function readReason(): string {
		if (view === "json" && !isOnePart) return say("conversation.details.tooLargeForJson", { size: formatSize(PART_BYTES) });
		if (text === null) return say("conversation.details.notText");
		if (json === null || json.ok) return say("conversation.details.layingOut");
		const { problem, line, column } = json.error;
		return say("conversation.details.notJson", {
			problem: say("composer.jsonError", { line, column, problem: say(`composer.jsonProblem.${problem}`) }),
		});
	}
}

/** A part begins and ends between characters, so that text is not called broken where only the cut is. */
function readPart(payload: Uint8Array, from: number): Uint8Array {
	const start = from === 0 ? 0 : findWholeEnd(payload.subarray(0, from));
	const end = from + PART_BYTES >= payload.byteLength ? payload.byteLength : findWholeEnd(payload.subarray(0, from + PART_BYTES));
	return payload.subarray(start, end);
}
