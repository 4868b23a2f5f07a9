import { Tooltip } from "@base-ui/react/tooltip";
import type { Icon } from "./icon.ts";
import styles from "./icon-button.module.css";
import { joinClasses } from "./join-classes.ts";
import tooltipStyles from "./tooltip.module.css";

export interface IconButtonProps {
	/** Its accessible name, shown on hover and focus. */
	readonly label: string;
	readonly icon: Icon;
	readonly onPress: () => void;
	readonly size?: "small" | "base" | "large";
	readonly disabled?: boolean;
	/** For a button that stands for a state: whether it is on. */
	readonly pressed?: boolean;
	/** For one of several places: whether it is the one that is looked at. */
	readonly current?: boolean;
	readonly tooltipSide?: "top" | "bottom" | "left" | "right";
	/** The keys that do the same, as people read them and for `aria-keyshortcuts`. */
	readonly keys?: { readonly shown: string; readonly spoken: string } | null;
}

/** A button of an icon alone. Where there is room for words, use `Button`. */
export function IconButton({ label, icon: OwnIcon, size = "base", tooltipSide = "bottom", ...props }: IconButtonProps) {
	return (
		<Tooltip.Root>
			<Tooltip.Trigger
				type="button"
				className={joinClasses(styles["button"], styles[size], props.current === true && styles["current"])}
				aria-label={label}
				aria-pressed={props.pressed}
				aria-current={props.current === true ? "page" : undefined}
				aria-keyshortcuts={props.keys?.spoken}
				disabled={props.disabled}
				onClick={props.onPress}
			>
				<OwnIcon className={styles["icon"]} aria-hidden={true} />
			</Tooltip.Trigger>
			<Tooltip.Portal>
				<Tooltip.Positioner side={tooltipSide} sideOffset={6} className={tooltipStyles["positioner"]}>
					<Tooltip.Popup className={tooltipStyles["popup"]}>
						{label}
						{props.keys ? <kbd className={tooltipStyles["keys"]}>{props.keys.shown}</kbd> : null}
					</Tooltip.Popup>
				</Tooltip.Positioner>
			</Tooltip.Portal>
		</Tooltip.Root>
	);
}
