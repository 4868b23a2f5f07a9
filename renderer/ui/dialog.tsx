import { Dialog as Widget } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import styles from "./dialog.module.css";
import { joinClasses } from "./join-classes.ts";

export interface DialogProps {
	readonly title: string;
	readonly onClose: () => void;
	/** The name of the button that closes it without doing anything. */
	readonly closeLabel: string;
	readonly children: ReactNode;
	readonly footer: ReactNode;
	/** What has to be seen wherever the body is scrolled to: it stands above the foot. */
	readonly note?: ReactNode;
	readonly size?: "small" | "base" | "large";
	/** Where a person begins; the first field otherwise. */
	readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal dialog that is open as long as it is rendered. Escape and a press outside close it; its body scrolls, its foot stays. */
export function Dialog({ title, onClose, closeLabel, children, footer, note = null, size = "base", initialFocus }: DialogProps) {
	return (
		<Widget.Root open={true} onOpenChange={(open) => (open ? undefined : onClose())}>
			<Widget.Portal>
				<Widget.Backdrop forceRender={true} className={styles["backdrop"]} />
				<Widget.Viewport className={styles["viewport"]}>
					<Widget.Popup className={joinClasses(styles["popup"], styles[size])} initialFocus={initialFocus}>
						<header className={styles["head"]}>
							<Widget.Title className={styles["title"]}>{title}</Widget.Title>
							<Widget.Close className={styles["close"]} aria-label={closeLabel} title={closeLabel}>
								<X className={styles["cross"]} aria-hidden={true} />
							</Widget.Close>
						</header>
						<div className={styles["body"]}>{children}</div>
						<div className={styles["note"]}>{note}</div>
						<footer className={styles["foot"]}>{footer}</footer>
					</Widget.Popup>
				</Widget.Viewport>
			</Widget.Portal>
		</Widget.Root>
	);
}
