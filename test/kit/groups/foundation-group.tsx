import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";
import styles from "./foundation-group.module.css";

/** A text's token, and the surface's that it stands on. */
const SWATCHES = [
	["text", "frame"],
	["text", "panel"],
	["text", "surface"],
	["text-muted", "raised"],
	["text-subtle", "sunken"],
	["text-muted", "hover"],
	["text", "selected"],
	["on-accent", "accent"],
	["accent-text", "accent-soft"],
	["success-text", "success-soft"],
	["warning-text", "warning-soft"],
	["danger-text", "danger-soft"],
	["on-accent", "danger-fill"],
	["received-text", "received"],
	["published-text", "published"],
	["json-key", "received"],
	["json-string", "published"],
	["json-number", "received"],
	["json-literal", "published"],
	["qos-1", "received"],
	["qos-2", "published"],
	["retained", "received"],
	["text", "match"],
	["text", "added"],
	["text", "removed"],
] as const;

export function FoundationGroup() {
	return (
		<KitGroup name="foundations" title="Foundations">
			<KitRow name="Type">
				{(["display", "title", "large", "base", "small", "tiny"] as const).map((size) => (
					<KitItem key={size} label={size}>
						<span className={styles[size]}>Parley 0123</span>
					</KitItem>
				))}
				<KitItem width="wide" label="monospaced: nothing is drawn as one">
					<span className={styles["mono"]}>0O 1lI| {"-> => != >= :: /+/# {} []"} Ω Ж ż</span>
				</KitItem>
			</KitRow>
			<KitRow name="Colour">
				<div className={styles["swatches"]}>
					{SWATCHES.map(([text, surface]) => (
						<div
							key={`${text} on ${surface}`}
							className={styles["swatch"]}
							style={{ color: `var(--color-${text})`, background: `var(--color-${surface})` }}
						>
							{text}
							<br />
							on {surface}
						</div>
					))}
				</div>
			</KitRow>
		</KitGroup>
	);
}
