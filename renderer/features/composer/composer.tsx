import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { formatPayload } from "../../actions/format-payload.ts";
import { isMac } from "../../actions/is-mac.ts";
import { matchesShortcut } from "../../actions/match-shortcut.ts";
import { publish } from "../../actions/publish.ts";
import { recallComposer, recallEditorHeight, writeEditorHeight } from "../../actions/remember-composer.ts";
import { selectVersion } from "../../actions/select-offer.ts";
import { useAction, useActionContext } from "../../actions/use-action.ts";
import { followDraft } from "../../feed/follow-draft.ts";
import { useText } from "../../i18n/use-text.ts";
import { LEAST_EDITOR_HEIGHT_PX, selectComposer, USUAL_EDITOR_HEIGHT_PX } from "../../state/composer-store.ts";
import { useStores } from "../../state/use-stores.ts";
import type { CodeEditorControls } from "../../ui/code-editor.tsx";
import { SplitHandle } from "../../ui/split-handle.tsx";
import styles from "./composer.module.css";
import { ComposerBar } from "./composer-bar.tsx";
import { ComposerNote } from "./composer-note.tsx";
import { PayloadEditor } from "./payload/payload-editor.tsx";
import { PropertiesPanel } from "./properties-panel.tsx";
import { ComposerSend } from "./sending/composer-send.tsx";
import { OutgoingStrip } from "./sending/outgoing-strip.tsx";
import { TopicRow } from "./topic/topic-row.tsx";

/** Where a message is written and sent. */
export function Composer({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const { link } = useActionContext().host;
	const noteId = useId();
	const propertiesId = useId();
	const region = useRef<HTMLElement>(null);
	const payload = useRef<CodeEditorControls>(null);
	const send = useAction(publish, { connectionId });
	const format = useAction(formatPayload, { connectionId });
	const isFive = useStore(stores.connections, () => selectVersion(stores, connectionId) === "5.0");
	const showsProperties = useStore(stores.composer, (state) => state.showsProperties);
	const heightPx = useStore(stores.composer, (state) => state.editorHeightPx);
	useLayoutEffect(() => recallEditorHeight(stores.composer), [stores]);
	useLayoutEffect(() => recallComposer(stores.composer, connectionId), [stores, connectionId]);
	useEffect(() => followDraft(link, stores.composer, connectionId), [link, stores, connectionId]);

	const focusRequests = useStore(stores.view, (state) => state.composerFocusRequests);
	const seenRequests = useRef(focusRequests);
	useEffect(() => {
		if (seenRequests.current === focusRequests) return;
		seenRequests.current = focusRequests;
		payload.current?.focus();
	}, [focusRequests]);

	// After a message the next one is written, unless the person has gone elsewhere meanwhile.
	const sends = useStore(stores.composer, (state) => selectComposer(state, connectionId).sends);
	const seenSends = useRef({ connectionId, sends });
	useEffect(() => {
		const before = seenSends.current;
		seenSends.current = { connectionId, sends };
		if (before.connectionId !== connectionId || before.sends === sends) return;
		const { activeElement } = document;
		if (activeElement === document.body || region.current?.contains(activeElement) === true) payload.current?.focus();
	}, [connectionId, sends]);

	const flush = () => payload.current?.flush();
	const publishNow = () => {
		flush();
		send.run();
	};
	const formatNow = () => {
		flush();
		format.run();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) publishNow();
		else if (matchesShortcut(formatPayload.shortcut ?? "", event.nativeEvent, isMac())) formatNow();
		else return;
		event.preventDefault();
	};

	return (
		<section ref={region} className={styles["composer"]} aria-label={say("composer.name")} onKeyDown={onKeyDown}>
			<SplitHandle
				label={say("composer.height")}
				value={heightPx}
				min={LEAST_EDITOR_HEIGHT_PX}
				max={Math.max(LEAST_EDITOR_HEIGHT_PX, Math.round(window.innerHeight / 2))}
				initial={USUAL_EDITOR_HEIGHT_PX}
				onChange={(editorHeightPx) => stores.composer.setState({ editorHeightPx })}
				onRest={writeEditorHeight}
			/>
			<OutgoingStrip connectionId={connectionId} />
			<TopicRow connectionId={connectionId} noteId={noteId} />
			<PayloadEditor connectionId={connectionId} heightPx={heightPx} ref={payload} />
			<div id={propertiesId} className={styles["properties"]}>
				{showsProperties && isFive ? <PropertiesPanel connectionId={connectionId} /> : null}
			</div>
			<div className={styles["below"]}>
				<ComposerBar connectionId={connectionId} onFlush={flush} propertiesId={propertiesId} isFive={isFive} />
				<ComposerNote
					connectionId={connectionId}
					id={noteId}
					onShowPlace={(offset) => payload.current?.focus({ from: offset, to: offset })}
				>
					<ComposerSend connectionId={connectionId} onPublish={publishNow} onFlush={flush} />
				</ComposerNote>
			</div>
		</section>
	);
}
