import type { LineComparison } from "../../../shared/payload/compare-lines.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { useText } from "../../i18n/use-text.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { VirtualRows } from "../../ui/virtual-rows.tsx";
import styles from "./changes.module.css";
import { cutChangedLine } from "./cut-changed-line.ts";
import tabStyles from "./payload-tab.module.css";

export interface LineChangesProps {
	readonly comparison: LineComparison;
	/** The lines are rows of eight bytes. */
	readonly isHex: boolean;
}

const SIGNS = { added: "+", removed: "−", same: " " } as const;

/** Lines that came and went, between those that stayed. */
export function LineChanges({ comparison, isHex }: LineChangesProps) {
	const say = useText();
	const { lines, isCoarse, isCut } = comparison;
	const notes = [isHex ? "hexRows" : null, isCoarse ? "coarse" : null, isCut ? "cut" : null] as const;
	return (
		<>
			{notes.map((note) =>
				note === null ? null : (
					<p key={note} className={tabStyles["reason"]}>
						{say(`inspector.note.${note}`)}
					</p>
				),
			)}
			<VirtualRows
				label={say("inspector.changes")}
				count={lines.length}
				renderRow={(index) => {
					const line = lines[index];
					if (line === undefined) return null;
					if (line.kind === "gap") {
						return (
							<div key={index} className={joinClasses(styles["line"], styles["gap"])}>
								{say("inspector.gap", { count: line.count, number: line.count })}
							</div>
						);
					}
					return (
						<div key={index} className={joinClasses(styles["line"], line.kind !== "same" && styles[`${line.kind}Line`])}>
							<span className={styles["number"]}>{line.line}</span>
							<span className={styles["sign"]}>{SIGNS[line.kind]}</span> {makeVisible(cutChangedLine(lines, index))}
						</div>
					);
				}}
			/>
		</>
	);
}
