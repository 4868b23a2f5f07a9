import { Menu as Widget } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import floatStyles from "./float.module.css";
import type { Icon } from "./icon.ts";
import { joinClasses } from "./join-classes.ts";
import styles from "./menu.module.css";
import { MenuLabel } from "./menu-label.tsx";

export interface MenuItem {
	readonly id: string;
	readonly label: string;
	readonly icon?: Icon | undefined;
	readonly onPress: () => void;
	readonly disabled?: boolean;
	readonly danger?: boolean;
	/** Makes it a choice that is on or off; the menu stays open, so that several can be made. */
	readonly checked?: boolean;
	readonly title?: string | undefined;
	/** As people read it, e.g. "Ctrl+N". */
	readonly keys?: string | undefined;
	/** Why it is disabled, below its label. */
	readonly reason?: string | undefined;
	/** A second line below the label, and a word at the end of it. */
	readonly detail?: { readonly text: string; readonly note: string } | undefined;
	/** Begins a new group. */
	readonly separated?: boolean;
}

/** What stands in a menu, however it was opened. */
export function MenuItems({ items }: { readonly items: readonly MenuItem[] }) {
	return items.map((item) => (
		<Fragment key={item.id}>
			{item.separated === true ? <Widget.Separator className={floatStyles["separator"]} /> : null}
			{drawItem(item)}
		</Fragment>
	));
}

function drawItem(item: MenuItem): ReactNode {
	const common = {
		className: joinClasses(floatStyles["item"], item.danger === true && floatStyles["danger"]),
		disabled: item.disabled ?? false,
		title: item.title,
	};
	if (item.checked !== undefined) {
		return (
			<Widget.CheckboxItem {...common} checked={item.checked} closeOnClick={false} onCheckedChange={() => item.onPress()}>
				<span className={styles["tick"]} aria-hidden={true}>
					{item.checked ? <Check className={floatStyles["icon"]} /> : null}
				</span>
				<span className={floatStyles["label"]}>{item.label}</span>
			</Widget.CheckboxItem>
		);
	}
	return (
		<Widget.Item {...common} onClick={item.onPress}>
			{item.icon === undefined ? null : <item.icon className={floatStyles["icon"]} aria-hidden={true} />}
			{item.detail === undefined ? (
				<MenuLabel label={item.label} reason={item.reason} />
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
	);
}
