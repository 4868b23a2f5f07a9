import { useState } from "react";
import { LEAST_INTERVAL_MS, MOST_INTERVAL_MS } from "../../../../shared/model/outgoing.ts";
import { startRepeat } from "../../../actions/repeat-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { formatRule } from "../../../i18n/format-rule.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import styles from "./repeat-dialog.module.css";

const MOST_COUNT = 1_000_000_000;

export interface RepeatDialogProps {
	readonly connectionId: string;
	readonly onClose: () => void;
}

/** How often what stands in the composer is sent. */
export function RepeatDialog({ connectionId, onClose }: RepeatDialogProps) {
	const say = useText();
	const run = useRunAction();
	const [interval, setInterval] = useState("1000");
	const [count, setCount] = useState("");
	const intervalMs = readNumber(interval, LEAST_INTERVAL_MS, MOST_INTERVAL_MS);
	const times = count.trim() === "" ? null : readNumber(count, 1, MOST_COUNT);
	const isReady = intervalMs !== undefined && times !== undefined;
	const start = () => {
		if (intervalMs === undefined || times === undefined) return;
		run(startRepeat, { connectionId, schedule: { intervalMs, count: times } });
		onClose();
	};
	return (
		<Dialog
			title={say("repeat.title")}
			size="small"
			onClose={onClose}
			closeLabel={say("common.cancel")}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" disabled={!isReady} onPress={start}>
						{say(startRepeat.label)}
					</Button>
				</>
			}
		>
			<form
				className={styles["form"]}
				onSubmit={(event) => {
					event.preventDefault();
					start();
				}}
			>
				<TextField
					label={say("repeat.interval")}
					unit="ms"
					inputMode="numeric"
					value={interval}
					onChange={setInterval}
					error={intervalMs === undefined ? readRange(LEAST_INTERVAL_MS, MOST_INTERVAL_MS) : null}
				/>
				<TextField
					label={say("repeat.count")}
					inputMode="numeric"
					value={count}
					onChange={setCount}
					hint={say("repeat.countHint")}
					error={times === undefined ? readRange(1, MOST_COUNT) : null}
				/>
				<p className={styles["note"]}>{say("repeat.note")}</p>
				<input type="submit" hidden={true} />
			</form>
		</Dialog>
	);

	function readRange(least: number, most: number): string {
		return formatRule(say, { rule: "out-of-range", detail: { least, most } });
	}
}

/** undefined = it is none of these. */
function readNumber(typed: string, least: number, most: number): number | undefined {
	const value = /^\s*\d{1,10}\s*$/.test(typed) ? Number(typed) : Number.NaN;
	return value >= least && value <= most ? value : undefined;
}
