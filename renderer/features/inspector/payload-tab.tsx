import { Braces, Download } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Message } from "../../../shared/model/message.ts";
import { choosePayloadView, PART_BYTES, readPart, readPayloadInSteps } from "../../../shared/payload/read-payload.ts";
import { copyPayload } from "../../actions/copy-message.ts";
import { savePayload } from "../../actions/save-payload.ts";
import { useActionContext, useRunAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import type { InspectorView } from "../../state/inspector-store.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Base64View } from "./base64-view.tsx";
import { describeChoice } from "./describe-choice.ts";
import { HexView } from "./hex-view.tsx";
import { JsonView } from "./json-view.tsx";
import { PartPager } from "./part-pager.tsx";
import styles from "./payload-tab.module.css";
import { TextView } from "./text-view.tsx";
import { SMALL_BYTES, useSteps } from "./use-steps.ts";

const VIEWS: readonly InspectorView[] = ["auto", "text", "json", "hex", "base64"];

/** The payload, seen in the way that was chosen, or in the one that its bytes suggest. */
export function PayloadTab({ connectionId, message }: { readonly connectionId: string; readonly message: Message }) {
	const say = useText();
	const { i18n } = useTranslation();
	const { stores } = useActionContext();
	const run = useRunAction();
	const view = useStore(stores.inspector, (state) => state.view);
	const [from, setFrom] = useState(0);
	const { payload } = message;
	const isPart = payload.byteLength > PART_BYTES;
	const bytes = useMemo(() => (isPart ? readPart(payload, from) : payload), [payload, isPart, from]);
	const read = useSteps(
		useCallback(() => readPayloadInSteps(bytes, isPart), [bytes, isPart]),
		bytes.byteLength <= SMALL_BYTES,
	);
	const choice = read === null ? null : choosePayloadView(read, message.properties?.payloadIsUtf8 === true);
	const shown = view === "auto" ? (choice?.view ?? null) : view;
	const subject = { connectionId, message };

	return (
		<>
			<div className={styles["bar"]}>
				<SegmentedControl<InspectorView>
					label={say("inspector.view")}
					hideLabel={true}
					size="small"
					value={view}
					options={VIEWS.map((value) => ({ value, label: say(`inspector.views.${value}`) }))}
					onChange={(chosen) => stores.inspector.setState({ view: chosen })}
				/>
				<span className={styles["tools"]}>
					<IconButton size="small" icon={Braces} label={say(copyPayload.label)} onPress={() => run(copyPayload, subject)} />
					<IconButton size="small" icon={Download} label={say(savePayload.label)} onPress={() => run(savePayload, subject)} />
				</span>
			</div>
			{view === "auto" && choice !== null && read !== null ? (
				<p className={styles["reason"]}>{describeChoice(choice, read, say)}</p>
			) : null}
			{isPart && (shown === "text" || shown === "json") ? (
				<PartPager from={from} total={payload.byteLength} language={i18n.language} onMove={setFrom} />
			) : null}
			{shown === null ? <Skeleton label={say("inspector.reading")} shape="lines" /> : null}
			{shown === "text" ? <TextView read={read} /> : null}
			{shown === "json" ? <JsonView read={read} /> : null}
			{shown === "hex" ? <HexView bytes={payload} /> : null}
			{shown === "base64" ? <Base64View bytes={payload} /> : null}
		</>
	);
}
