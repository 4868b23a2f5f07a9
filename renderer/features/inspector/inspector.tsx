import { PanelRightOpen, X } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { closeInspector } from "../../actions/inspector-actions.ts";
import { rememberInspector } from "../../actions/remember-inspector.ts";
import { useActionContext, useRunAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectInspectedSeq } from "../../state/inspector-store.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { InspectedMessage } from "./inspected-message.tsx";
import styles from "./inspector.module.css";

/** Beside the conversation: one message, looked into. Escape closes it and gives the focus back. */
export function Inspector() {
	const { stores } = useActionContext();
	const [stop] = useState(() => rememberInspector(stores.inspector));
	useEffect(() => stop, [stop]);
	const isOpen = useStore(stores.inspector, (state) => state.isOpen);
	const connectionId = useStore(stores.view, (state) => state.openConnectionId);
	// Lives longer than the open panel, so that a request from before does not take the focus when it opens again.
	const seenRequests = useRef(stores.inspector.getState().focusRequests);
	return isOpen && connectionId !== null ? <OpenInspector connectionId={connectionId} seenRequests={seenRequests} /> : null;
}

interface OpenInspectorProps {
	readonly connectionId: string;
	readonly seenRequests: RefObject<number>;
}

function OpenInspector({ connectionId, seenRequests }: OpenInspectorProps) {
	const say = useText();
	const { stores } = useActionContext();
	const run = useRunAction();
	const seq = useStore(stores.inspector, (state) => selectInspectedSeq(state, connectionId));
	const focusRequests = useStore(stores.inspector, (state) => state.focusRequests);
	const panel = useRef<HTMLElement>(null);
	const opener = useRef<Element | null>(null);
	useEffect(() => {
		if (seenRequests.current === focusRequests || panel.current === null) return;
		seenRequests.current = focusRequests;
		if (!panel.current.contains(document.activeElement)) opener.current = document.activeElement;
		panel.current.focus();
	}, [focusRequests, seenRequests]);

	const close = () => {
		const hadFocus = panel.current?.contains(document.activeElement) === true;
		run(closeInspector, undefined);
		if (!hadFocus || !(opener.current instanceof HTMLElement)) return;
		const origin = opener.current;
		// A row that has left the page cannot take it; the conversation can.
		if (origin.isConnected) origin.focus();
		else document.querySelector<HTMLElement>("[role=log]")?.focus();
	};
	return (
		<aside
			ref={panel}
			className={styles["inspector"]}
			aria-label={say("inspector.name")}
			tabIndex={-1}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || event.nativeEvent.isComposing || event.defaultPrevented) return;
				event.stopPropagation();
				close();
			}}
		>
			<div className={styles["close"]}>
				<IconButton size="small" icon={X} label={say("inspector.close")} tooltipSide="left" onPress={close} />
			</div>
			{seq === null ? (
				<EmptyState icon={PanelRightOpen} title={say("inspector.nothing")} text={say("inspector.nothingHint")} />
			) : (
				<InspectedMessage key={connectionId} connectionId={connectionId} seq={seq} />
			)}
		</aside>
	);
}
