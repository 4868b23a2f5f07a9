import { Eraser, Send } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { isMac } from "../../actions/is-mac.ts";
import { describeShortcut, formatShortcut } from "../../actions/match-shortcut.ts";
import { clearRetained, publish } from "../../actions/publish.ts";
import { recallComposer } from "../../actions/remember-composer.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./composer.module.css";
import { ComposerNote } from "./composer-note.tsx";
import { PayloadField } from "./payload-field.tsx";
import { TopicRow } from "./topic-row.tsx";

/** Where a message is written and sent. */
export function Composer({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const payload = useRef<HTMLTextAreaElement>(null);
	const send = useAction(publish, { connectionId });
	const clear = useAction(clearRetained, { connectionId });
	useEffect(() => recallComposer(stores.composer, connectionId), [stores, connectionId]);

	const focusRequests = useStore(stores.view, (state) => state.composerFocusRequests);
	const seenRequests = useRef(focusRequests);
	useEffect(() => {
		if (seenRequests.current === focusRequests) return;
		seenRequests.current = focusRequests;
		payload.current?.focus();
	}, [focusRequests]);

	const keys = publish.shortcut;
	const onKeyDown = (event: KeyboardEvent) => {
		// Enter also ends the writing of a character with an input method.
		if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		send.run();
	};

	return (
		<section className={styles["composer"]} aria-label={say("composer.name")} onKeyDown={onKeyDown}>
			<TopicRow connectionId={connectionId} />
			<PayloadField connectionId={connectionId} ref={payload} />
			<div className={styles["foot"]}>
				<ComposerNote connectionId={connectionId} />
				<Button variant="ghost" icon={Eraser} disabled={!clear.can} title={say("composer.clearRetainedHint")} onPress={clear.run}>
					{say(clearRetained.label)}
				</Button>
				<Button
					variant="primary"
					icon={Send}
					disabled={!send.can}
					title={keys === undefined ? undefined : formatShortcut(keys, isMac())}
					shortcut={keys === undefined ? undefined : describeShortcut(keys, isMac())}
					onPress={send.run}
				>
					{say(publish.label)}
				</Button>
			</div>
		</section>
	);
}
