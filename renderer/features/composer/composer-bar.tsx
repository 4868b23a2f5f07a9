import { Braces, Eraser, FoldHorizontal, Send } from "lucide-react";
import { formatPayload, minifyPayload } from "../../actions/format-payload.ts";
import { isMac } from "../../actions/is-mac.ts";
import { describeShortcut, formatShortcut } from "../../actions/match-shortcut.ts";
import { clearRetained, publish } from "../../actions/publish.ts";
import { readKeys } from "../../actions/read-keys.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import styles from "./composer.module.css";
import { RecentMessages } from "./recent-messages.tsx";
import { useChangeDraft, useComposer } from "./use-composer.ts";

export interface ComposerBarProps {
	readonly connectionId: string;
	readonly onPublish: () => void;
}

/** What can be done with the message: at the left what changes it, at the right what sends it. */
export function ComposerBar({ connectionId, onPublish }: ComposerBarProps) {
	const say = useText();
	const format = useComposer(connectionId, (entry) => entry.draft.format);
	const change = useChangeDraft(connectionId);
	const send = useAction(publish, { connectionId });
	const clear = useAction(clearRetained, { connectionId });
	const layOut = useAction(formatPayload, { connectionId });
	const minify = useAction(minifyPayload, { connectionId });
	const keys = publish.shortcut;
	return (
		<div className={styles["bar"]}>
			<SegmentedControl<"text" | "json">
				label={say("composer.format")}
				hideLabel={true}
				size="small"
				value={format}
				options={[
					{ value: "text", label: say("composer.text") },
					{ value: "json", label: say("composer.json") },
				]}
				onChange={(next) => change({ format: next })}
			/>
			<IconButton
				label={say(formatPayload.label)}
				icon={Braces}
				size="small"
				tooltipSide="top"
				disabled={!layOut.can}
				keys={readKeys(formatPayload)}
				onPress={layOut.run}
			/>
			<IconButton
				label={say(minifyPayload.label)}
				icon={FoldHorizontal}
				size="small"
				tooltipSide="top"
				disabled={!minify.can}
				onPress={minify.run}
			/>
			<RecentMessages connectionId={connectionId} />
			<span className={styles["gap"]} />
			<Button variant="ghost" icon={Eraser} disabled={!clear.can} title={say("composer.clearRetainedHint")} onPress={clear.run}>
				<span className={styles["foldsAway"]}>{say(clearRetained.label)}</span>
			</Button>
			<Button
				variant="primary"
				icon={Send}
				disabled={!send.can}
				title={keys === undefined ? undefined : formatShortcut(keys, isMac())}
				shortcut={keys === undefined ? undefined : describeShortcut(keys, isMac())}
				onPress={onPublish}
			>
				{say(publish.label)}
			</Button>
		</div>
	);
}
