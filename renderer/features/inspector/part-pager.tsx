import { PART_BYTES } from "../../../shared/payload/read-payload.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./payload-tab.module.css";

export interface PartPagerProps {
	readonly from: number;
	readonly total: number;
	readonly language: string;
	readonly onMove: (from: number) => void;
}

/** Which part of a very large payload is read as text. */
export function PartPager({ from, total, language, onMove }: PartPagerProps) {
	const say = useText();
	const format = (value: number) => value.toLocaleString(language);
	const to = Math.min(total, from + PART_BYTES);
	return (
		<div className={styles["parts"]}>
			<Button size="small" disabled={from === 0} onPress={() => onMove(Math.max(0, from - PART_BYTES))}>
				{say("inspector.previousPart")}
			</Button>
			<span>{say("inspector.part", { from: format(from), to: format(to), total: format(total) })}</span>
			<Button size="small" disabled={to >= total} onPress={() => onMove(from + PART_BYTES)}>
				{say("inspector.nextPart")}
			</Button>
		</div>
	);
}
