import type { JsonChange } from "../../../shared/payload/compare-json.ts";
import type { PayloadComparison } from "../../../shared/payload/compare-payloads.ts";
import { formatJsonPath, readJsonValue } from "../../../shared/payload/json-node.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import styles from "./changes.module.css";
import { cutLine } from "./cut-line.ts";

/** More than these are counted and not shown: nobody reads them, and each is some elements. */
const MOST_SHOWN = 500;

/** What was changed, added and removed, each by its path, with the value before and after. */
export function JsonChanges({ comparison }: { readonly comparison: Extract<PayloadComparison, { kind: "json" }> }) {
	const say = useText();
	const language = useLanguage();
	const { before, after, changes, isCut } = comparison;
	const hidden = changes.length - MOST_SHOWN;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className={styles["changes"]} aria-label={say("inspector.changes")} tabIndex={0}>
			<p className={styles["summary"]}>
				{say("inspector.changeCount", {
					count: changes.length,
					number: `${changes.length.toLocaleString(language)}${isCut ? "+" : ""}`,
				})}
			</p>
			<ul>
				{changes.slice(0, MOST_SHOWN).map((change) => (
					<li key={`${readBefore(change)} ${readAfter(change)}`} className={styles["change"]}>
						<p className={styles["where"]}>
							<span className={joinClasses(styles["kind"], styles[change.kind])}>{say(`inspector.change.${change.kind}`)}</span>
							<code className={styles["path"]}>
								{makeVisible(
									cutLine(
										change.kind === "removed" ? formatJsonPath(before, change.before) : formatJsonPath(after, change.after),
									),
								)}
							</code>
						</p>
						{readBefore(change) === -1 ? null : (
							<del className={styles["old"]}>{makeVisible(cutLine(readJsonValue(before, readBefore(change))))}</del>
						)}
						{readAfter(change) === -1 ? null : (
							<ins className={styles["new"]}>{makeVisible(cutLine(readJsonValue(after, readAfter(change))))}</ins>
						)}
					</li>
				))}
			</ul>
			{hidden > 0 ? <p className={styles["summary"]}>{say("inspector.moreChanges", { count: hidden, number: hidden })}</p> : null}
		</section>
	);
}

const readBefore = (change: JsonChange) => (change.kind === "added" ? -1 : change.before);
const readAfter = (change: JsonChange) => (change.kind === "removed" ? -1 : change.after);
