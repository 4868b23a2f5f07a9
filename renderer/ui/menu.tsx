import { Menu as Widget } from "@base-ui/react/menu";
import floatStyles from "./float.module.css";
import type { Icon } from "./icon.ts";
import iconButtonStyles from "./icon-button.module.css";
import { joinClasses } from "./join-classes.ts";
import styles from "./menu.module.css";
import { type MenuItem, MenuItems } from "./menu-items.tsx";

export interface MenuProps {
	/** The name of the button that opens it. */
	readonly label: string;
	readonly icon: Icon;
	readonly items: readonly MenuItem[];
	readonly size?: "small" | "base";
	readonly align?: "start" | "end";
	/** What stands there in place of no items. */
	readonly emptyText?: string;
	/** For items that are asked for only when somebody wants to see them. */
	readonly onOpenChange?: (isOpen: boolean) => void;
}

/** An icon button that opens a menu. */
export function Menu({ label, icon: OwnIcon, items, size = "base", align = "end", ...props }: MenuProps) {
	return (
		<Widget.Root modal={false} onOpenChange={(isOpen) => props.onOpenChange?.(isOpen)}>
			<Widget.Trigger
				className={joinClasses(iconButtonStyles["button"], iconButtonStyles[size])}
				aria-label={label}
				title={label}
				// The trigger may stand inside a row that reacts to presses itself.
				onClick={(event) => event.stopPropagation()}
			>
				<OwnIcon className={iconButtonStyles["icon"]} aria-hidden={true} />
			</Widget.Trigger>
			<Widget.Portal>
				<Widget.Positioner className={floatStyles["positioner"]} align={align} sideOffset={4}>
					<Widget.Popup className={floatStyles["popup"]}>
						{items.length === 0 ? <p className={styles["empty"]}>{props.emptyText}</p> : null}
						<MenuItems items={items} />
					</Widget.Popup>
				</Widget.Positioner>
			</Widget.Portal>
		</Widget.Root>
	);
}
