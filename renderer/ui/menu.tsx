import { Menu as Widget } from "@base-ui/react/menu";
import { Fragment } from "react";
import floatStyles from "./float.module.css";
import type { Icon } from "./icon.ts";
import iconButtonStyles from "./icon-button.module.css";
import { joinClasses } from "./join-classes.ts";
import styles from "./menu.module.css";

export interface MenuItem {
	readonly id: string;
	readonly label: string;
	readonly icon?: Icon | undefined;
	readonly onPress: () => void;
	readonly disabled?: boolean;
	readonly danger?: boolean;
	readonly title?: string | undefined;
	/** As people read it, e.g. "Ctrl+N". */
	readonly keys?: string | undefined;
	/** A second line below the label, and a word at the end of it. */
	readonly detail?: { readonly text: string; readonly note: string } | undefined;
	/** Begins a new group. */
	readonly separated?: boolean;
}

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
						{items.map((item) => (
							<Fragment key={item.id}>
								{item.separated === true ? <Widget.Separator className={floatStyles["separator"]} /> : null}
								<Widget.Item
									className={joinClasses(floatStyles["item"], item.danger === true && floatStyles["danger"])}
									disabled={item.disabled ?? false}
									onClick={item.onPress}
									title={item.title}
								>
									{item.icon === undefined ? null : <item.icon className={floatStyles["icon"]} aria-hidden={true} />}
									{item.detail === undefined ? (
										<span className={floatStyles["label"]}>{item.label}</span>
									) : (
										<span className={joinClasses(floatStyles["label"], styles["lines"])}>
											<span className={styles["line"]}>{item.label}</span>
											<span className={styles["detail"]}>{item.detail.text}</span>
											<span className={styles["note"]}>{item.detail.note}</span>
										</span>
									)}
									{item.keys === undefined ? null : (
										<span className={floatStyles["keys"]} aria-hidden={true}>
											{item.keys}
										</span>
									)}
								</Widget.Item>
							</Fragment>
						))}
					</Widget.Popup>
				</Widget.Positioner>
			</Widget.Portal>
		</Widget.Root>
	);
}
