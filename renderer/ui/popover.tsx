import { Popover as Widget } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import buttonStyles from "./button.module.css";
import floatStyles from "./float.module.css";
import type { Icon } from "./icon.ts";
import { joinClasses } from "./join-classes.ts";
import styles from "./popover.module.css";

export interface PopoverProps {
	/** What stands on the button. */
	readonly label: string;
	/** What the panel is called; also the button's name where `label` is short for it. */
	readonly title: string;
	readonly icon?: Icon;
	readonly size?: "small" | "base";
	/** Where the panel stands: along the button's left or right edge. */
	readonly align?: "start" | "end";
	readonly children: ReactNode;
}

/** A button that opens a panel to read beside it. */
export function Popover({ label, title, icon: OwnIcon, size = "base", align = "end", children }: PopoverProps) {
	return (
		<Widget.Root>
			<Widget.Trigger
				className={joinClasses(buttonStyles["button"], buttonStyles["ghost"], buttonStyles[size])}
				aria-label={title}
				title={title}
			>
				{OwnIcon === undefined ? null : <OwnIcon className={buttonStyles["icon"]} aria-hidden={true} />}
				<span className={buttonStyles["label"]}>{label}</span>
			</Widget.Trigger>
			<Widget.Portal>
				<Widget.Positioner className={floatStyles["positioner"]} align={align} sideOffset={4} collisionPadding={8}>
					<Widget.Popup className={joinClasses(floatStyles["popup"], styles["panel"])}>
						<Widget.Title className={styles["title"]}>{title}</Widget.Title>
						{children}
					</Widget.Popup>
				</Widget.Positioner>
			</Widget.Portal>
		</Widget.Root>
	);
}
