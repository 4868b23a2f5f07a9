import { Eraser, Send } from "lucide-react";
import { useStore } from "zustand";
import { isMac } from "../../../actions/is-mac.ts";
import { describeShortcut, formatShortcut } from "../../../actions/match-shortcut.ts";
import { clearRetained, publish } from "../../../actions/publish.ts";
import { useAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import styles from "../composer.module.css";
import { SendMenu } from "./send-menu.tsx";

export interface ComposerSendProps {
	readonly connectionId: string;
	readonly onPublish: () => void;
	/** What is typed is told now. */
	readonly onFlush: () => void;
}

/** What sends the message: the composer's last corner, in sight in every window. */
export function ComposerSend({ connectionId, onPublish, onFlush }: ComposerSendProps) {
	const say = useText();
	const stores = useStores();
	const send = useAction(publish, { connectionId });
	const clear = useAction(clearRetained, { connectionId });
	const isLinked = useStore(stores.link, (state) => state.link.kind === "open");
	const keys = publish.shortcut;
	const readTitle = () => (!isLinked ? say("app.linkClosed") : keys === undefined ? undefined : formatShortcut(keys, isMac()));
	return (
		<div className={styles["send"]}>
			<Button variant="ghost" icon={Eraser} disabled={!clear.can} title={say("composer.clearRetainedHint")} onPress={clear.run}>
				<span className={styles["foldsAway"]}>{say(clearRetained.label)}</span>
			</Button>
			<Button
				variant="primary"
				icon={Send}
				disabled={!send.can}
				title={readTitle()}
				shortcut={keys === undefined ? undefined : describeShortcut(keys, isMac())}
				onPress={onPublish}
			>
				{say(publish.label)}
			</Button>
			<SendMenu connectionId={connectionId} onFlush={onFlush} />
		</div>
	);
}
