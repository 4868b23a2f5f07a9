import { useState } from "react";
import { CodeEditor } from "../../../renderer/ui/code-editor.tsx";
import type { EditorProblem } from "../../../renderer/ui/code-editor-handle.ts";
import { SplitHandle } from "../../../renderer/ui/split-handle.tsx";
import { SuggestField } from "../../../renderer/ui/suggest-field.tsx";
import { INVISIBLE, readSign } from "../../../shared/payload/make-visible.ts";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";
import styles from "./editor-group.module.css";

const JSON_TEXT = '{\n  "name": "Hall",\n  "values": [17.2, 1e3, true, null],\n  "温度": "17.2 °C"\n}';
const WRONG_TEXT = '{\n  "name": "Hall",\n  "values": [17.2, oops]\n}';
const NO_PHRASES = {};
const SIGNS = { pattern: INVISIBLE, read: readSign };

interface SampleProps {
	readonly label: string;
	readonly text: string;
	readonly language: "plain" | "json";
	readonly problem?: EditorProblem;
}

function Sample({ label, text, language, problem }: SampleProps) {
	const [value, setValue] = useState(text);
	const [memory] = useState(() => ({ held: null }));
	return (
		<div className={styles["editor"]}>
			<CodeEditor
				label={label}
				language={language}
				placeholder="Payload"
				problem={problem ?? null}
				phrases={NO_PHRASES}
				value={value}
				onChange={setValue}
				memory={memory}
				signs={SIGNS}
			/>
		</div>
	);
}

export function EditorGroup() {
	return (
		<KitGroup name="editors" title="Editors">
			<KitRow name="CodeEditor">
				<KitItem width="wide" label="JSON">
					<Sample label="JSON" text={JSON_TEXT} language="json" />
				</KitItem>
				<KitItem width="wide" label="wrong">
					<Sample
						label="Wrong JSON"
						text={WRONG_TEXT}
						language="json"
						problem={{ offset: WRONG_TEXT.indexOf("oops"), message: "Line 3, column 20: this character cannot stand here" }}
					/>
				</KitItem>
				<KitItem width="wide" label="plain">
					<Sample label="Plain" text={"one line\nand a \u0007 bell, \u202eturned\u202c round"} language="plain" />
				</KitItem>
				<KitItem width="wide" label="empty">
					<Sample label="Empty" text="" language="plain" />
				</KitItem>
			</KitRow>
			<KitRow name="SuggestField">
				<KitItem width="wide" label="rest">
					<Suggest value="" errorId={null} />
				</KitItem>
				<KitItem width="wide" label="wrong">
					<Suggest value="sensor/#" errorId="kit-topic-error" />
					<p id="kit-topic-error" className={styles["error"]}>
						A topic has no wildcards.
					</p>
				</KitItem>
			</KitRow>
			<KitRow name="SplitHandle">
				<KitItem width="wide" label="above what is made higher">
					<div className={styles["split"]}>
						<SplitHandle label="Height" value={100} min={40} max={400} initial={100} onChange={ignore} onRest={ignore} />
					</div>
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}

function Suggest({ value, errorId }: { readonly value: string; readonly errorId: string | null }) {
	return (
		<SuggestField
			label="Topic"
			placeholder="e.g. sensor/1/temperature"
			value={value}
			onChange={ignore}
			suggest={() => [{ value: "plant/hall", shown: "plant/hall", note: "seen" }]}
			listLabel={errorId === null ? "Known topics" : "Known topics too"}
			emptyText="No topic is known."
			errorId={errorId}
		/>
	);
}
