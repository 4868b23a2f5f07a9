import { useCallback, useState } from "react";
import { indexLinesInSteps } from "../../../shared/payload/index-lines.ts";
import type { ReadPayload } from "../../../shared/payload/read-payload.ts";
import { useText } from "../../i18n/use-text.ts";
import { VirtualRows } from "../../ui/virtual-rows.tsx";
import { countColumns } from "./count-columns.ts";
import tabStyles from "./payload-tab.module.css";
import styles from "./text-view.module.css";
import { SMALL_BYTES, useSteps } from "./use-steps.ts";

/** The line numbers' column, in characters, with what stands around it. */
const GUTTER_COLUMNS = 8;

/** The payload as text, in numbered lines that go on where they are too long; what shows nothing, or turns text round, made visible. */
export function TextView({ read }: { readonly read: ReadPayload | null }) {
	const say = useText();
	const [columns, setColumns] = useState(48);
	const text = read?.text ?? "";
	const lines = useSteps(
		useCallback(() => indexLinesInSteps(text, columns), [text, columns]),
		text.length <= SMALL_BYTES,
	);
	if (read !== null && read.text === null) return <p className={tabStyles["reason"]}>{say("inspector.notText")}</p>;
	if (read?.bytes.byteLength === 0) return <p className={tabStyles["reason"]}>{say("conversation.message.emptyPayload")}</p>;
	return (
		<VirtualRows
			label={say("inspector.payload")}
			count={lines?.count ?? 0}
			onWidth={(widthPx) => setColumns(Math.max(24, countColumns(widthPx) - GUTTER_COLUMNS))}
			renderRow={(index) => (
				<div key={index} className={styles["line"]}>
					<span className={styles["number"]} aria-hidden={true}>
						{lines?.readNumber(index) ?? ""}
					</span>
					<span>{lines?.read(index)}</span>
				</div>
			)}
		/>
	);
}
