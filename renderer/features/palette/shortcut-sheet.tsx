import { useStore } from "zustand";
import { isMac } from "../../actions/is-mac.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { listShortcuts } from "./list-shortcuts.ts";
import styles from "./shortcut-sheet.module.css";

/** What every key does, in groups, as this machine writes its keys. */
export function ShortcutSheet() {
	const say = useText();
	const { stores, host } = useActionContext();
	const isOpen = useStore(stores.view, (state) => state.overlay === "shortcuts");
	if (!isOpen) return null;
	const close = () => stores.view.setState({ overlay: null });
	return (
		<Dialog
			title={say("action.showShortcuts")}
			size="large"
			onClose={close}
			closeLabel={say("common.close")}
			footer={<Button onPress={close}>{say("common.close")}</Button>}
		>
			<p className={styles["hint"]}>{say("shortcuts.hint")}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: nothing else in it takes the focus, and it scrolls where the window is low */}
			<div className={styles["groups"]} tabIndex={0}>
				{listShortcuts(isMac(), host.can.takeEveryKey).map((group) => (
					<section key={group.label} className={styles["group"]} aria-label={say(group.label)}>
						<h3 className={styles["title"]}>{say(group.label)}</h3>
						<dl className={styles["list"]}>
							{group.shortcuts.map(({ label, keys }) => (
								<div key={label} className={styles["row"]}>
									<dt>{say(label)}</dt>
									<dd className={styles["keys"]}>
										{keys.map((each) => (
											<kbd key={each} className={styles["key"]}>
												{each}
											</kbd>
										))}
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</Dialog>
	);
}
