import { X } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./banner.module.css";
import type { Icon } from "./icon.ts";
import { joinClasses } from "./join-classes.ts";

export interface BannerProps {
	readonly tone: "info" | "warning" | "danger";
	readonly icon: Icon;
	/** What happened. */
	readonly message: string;
	/** What to do next. */
	readonly hint?: string | undefined;
	readonly children?: ReactNode;
	/** With the name of the button that puts it away. */
	readonly dismiss?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** Something that stands as long as its cause does, over what it concerns, with the way out beside it. */
export function Banner({ tone, icon: OwnIcon, message, hint, children, dismiss }: BannerProps) {
	return (
		<div className={joinClasses(styles["banner"], styles[tone])} role={tone === "info" ? "status" : "alert"}>
			<OwnIcon className={styles["icon"]} aria-hidden={true} />
			<div className={styles["text"]}>
				<p className={styles["message"]}>{message}</p>
				{hint === undefined ? null : <p className={styles["hint"]}>{hint}</p>}
			</div>
			{children === undefined || children === null ? null : <div className={styles["actions"]}>{children}</div>}
			{dismiss === undefined ? null : (
				<button
					type="button"
					className={styles["dismiss"]}
					aria-label={dismiss.label}
					title={dismiss.label}
					onClick={dismiss.onPress}
				>
					<X className={styles["cross"]} aria-hidden={true} />
				</button>
			)}
		</div>
	);
}
