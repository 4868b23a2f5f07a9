import { Braces, FoldHorizontal } from "lucide-react";
import { PAYLOAD_FORMATS, type PayloadFormat } from "../../../shared/model/written-message.ts";
import { formatPayload, minifyPayload } from "../../actions/format-payload.ts";
import { readKeys } from "../../actions/read-keys.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import styles from "./composer.module.css";
import { VariablesPopover } from "./payload/variables-popover.tsx";
import { PropertiesToggle } from "./properties-toggle.tsx";
import { RecentMessages } from "./recent-messages.tsx";
import { useChangeFormat, useComposer } from "./use-composer.ts";

export interface ComposerBarProps {
	readonly connectionId: string;
	/** What is typed is told now. */
	readonly onFlush: () => void;
	/** The element that the properties stand in. */
	readonly propertiesId: string;
	/** MQTT 5 is spoken. */
	readonly isFive: boolean;
}

/** What can be done with the message before it is sent. */
export function ComposerBar({ connectionId, onFlush, propertiesId, isFive }: ComposerBarProps) {
	const say = useText();
	const format = useComposer(connectionId, (entry) => entry.draft.format);
	const changeFormat = useChangeFormat(connectionId);
	const layOut = useAction(formatPayload, { connectionId });
	const minify = useAction(minifyPayload, { connectionId });
	return (
		<div className={styles["bar"]}>
			<SegmentedControl<PayloadFormat>
				label={say("composer.format")}
				hideLabel={true}
				size="small"
				value={format}
				options={PAYLOAD_FORMATS.map((each) => ({ value: each, label: say(`composer.formats.${each}`) }))}
				onChange={(next) => {
					onFlush();
					changeFormat(next);
				}}
			/>
			{format === "json" ? (
				<>
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
				</>
			) : null}
			<span className={styles["foldsLabel"]}>
				<VariablesPopover connectionId={connectionId} />
			</span>
			<PropertiesToggle connectionId={connectionId} panelId={propertiesId} isFive={isFive} />
			<RecentMessages connectionId={connectionId} />
		</div>
	);
}
