import type { ReactNode, Ref } from "react";
import styles from "./button.module.css";
import type { Icon } from "./icon.ts";
import { joinClasses } from "./join-classes.ts";

export interface ButtonProps {
	readonly children: ReactNode;
	readonly onPress?: (() => void) | undefined;
	/** One `primary` at most in a view: what most people want next. */
	readonly variant?: "primary" | "secondary" | "ghost" | "danger";
	readonly size?: "small" | "base";
	readonly icon?: Icon;
	readonly disabled?: boolean;
	/** As wide as what it stands in. */
	readonly wide?: boolean;
	/** A reason for being disabled, or what the press does, in a sentence. */
	readonly title?: string | undefined;
	readonly type?: "button" | "submit";
	readonly form?: string;
	readonly shortcut?: string | undefined;
	/** For a button that folds something: whether that is open, and the id of the element. */
	readonly expanded?: boolean;
	readonly controls?: string;
	readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = "secondary", size = "base", icon: OwnIcon, type = "button", ...props }: ButtonProps) {
	return (
		<button
			ref={props.ref}
			// The type is one of two literals, never absent.
			type={type}
			className={joinClasses(styles["button"], styles[variant], styles[size], props.wide === true && styles["wide"])}
			disabled={props.disabled}
			title={props.title}
			form={props.form}
			onClick={props.onPress}
			aria-keyshortcuts={props.shortcut}
			aria-expanded={props.expanded}
			aria-controls={props.expanded === true ? props.controls : undefined}
		>
			{OwnIcon === undefined ? null : <OwnIcon className={styles["icon"]} aria-hidden={true} />}
			<span className={styles["label"]}>{props.children}</span>
		</button>
	);
}
