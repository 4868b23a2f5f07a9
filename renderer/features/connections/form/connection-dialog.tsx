import { TriangleAlert } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { saveConnection } from "../../../actions/save-connection.ts";
import { useActionContext } from "../../../actions/use-action.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectGranted, selectProfile } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { AuthenticationPart } from "./authentication-part.tsx";
import { FolderSelect } from "./folder-select.tsx";
import { GeneralPart } from "./general-part.tsx";
import { HeadersPart } from "./headers-part.tsx";
import { PropertiesPart } from "./properties-part.tsx";
import { ProxyPart } from "./proxy-part.tsx";
import { readFieldProblems } from "./read-form.ts";
import { ReconnectNote } from "./reconnect-note.tsx";
import { SessionPart } from "./session-part.tsx";
import { TlsPart } from "./tls-part.tsx";
import { useConnectionForm } from "./use-connection-form.ts";
import { WillPart } from "./will-part.tsx";

/** The form of a connection, new or known. `connectionId` null = a new one. */
export function ConnectionDialog(props: {
	readonly connectionId: string | null;
	/** Where a new one begins. */
	readonly folderId: string | null;
	readonly onClose: () => void;
}) {
	const { connectionId, onClose } = props;
	const say = useText();
	const stores = useStores();
	const context = useActionContext();
	const formId = useId();
	const element = useRef<HTMLFormElement>(null);
	const firstField = useRef<HTMLInputElement>(null);
	const profiles = useStore(stores.connections, (state) => state.profiles);
	const profile = useStore(stores.connections, (state) => (connectionId === null ? null : selectProfile(state, connectionId)));
	const granted = useStore(stores.connections, (state) => (connectionId === null ? null : selectGranted(state, connectionId)));
	const places = useStore(stores.connections, (state) => state.places);
	const hasFolders = useStore(stores.connections, (state) => state.folders.length > 0);
	const [firstFolderId] = useState(() => (connectionId === null ? props.folderId : (places.get(connectionId) ?? null)));
	const [folderId, setFolderId] = useState(firstFolderId);
	const [isAsking, setIsAsking] = useState(false);
	const beside = [...profiles.values()].filter(({ id }) => id !== connectionId && (places.get(id) ?? null) === folderId);
	const takenNames = new Set(beside.map(({ name }) => name));
	const handle = useConnectionForm(say, profile, takenNames);

	const focusFirst = (fields: ReadonlySet<string>) => {
		const controls = [...(element.current?.elements ?? [])];
		const wrong = controls.filter((control) => fields.has(control.getAttribute("name") ?? ""));
		// No error stays folded away.
		for (const control of wrong) control.closest("details")?.setAttribute("open", "");
		if (wrong[0] instanceof HTMLElement) wrong[0].focus();
	};

	const save = async (thenConnect: boolean) => {
		const submitted = handle.submit();
		if ("wrongFields" in submitted) return focusFirst(submitted.wrongFields);
		const failure = await saveConnection.run(context, { connectionId, draft: submitted.draft, thenConnect, folderId });
		if (failure === null) return onClose();
		handle.refuse(failure);
		focusFirst(new Set(failure.code === "name-taken" ? ["name"] : readFieldProblems(failure.problems ?? []).keys()));
	};

	// What was typed goes only when the person says so, by whichever way the form is left.
	const leave = () => (handle.isChanged || folderId !== firstFolderId ? setIsAsking(true) : onClose());

	return (
		<Dialog
			title={say(connectionId === null ? "form.newTitle" : "form.editTitle")}
			size="large"
			onClose={leave}
			closeLabel={say("common.close")}
			initialFocus={firstField}
			note={
				handle.refusal !== null ? (
					<Banner tone="danger" icon={TriangleAlert} {...formatFailure(say, handle.refusal)} />
				) : profile !== null && granted !== null ? (
					<ReconnectNote profile={profile} form={handle.form} />
				) : null
			}
			footer={
				<>
					<Button onPress={leave}>{say("common.cancel")}</Button>
					<Button onPress={() => void save(false)}>{say("form.save")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{say("form.saveAndConnect")}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				ref={element}
				noValidate={true}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void save(true);
				}}
			>
				<GeneralPart
					{...handle}
					takenNames={takenNames}
					firstField={firstField}
					folder={hasFolders ? <FolderSelect label={say("folder.field")} value={folderId} onChange={setFolderId} /> : null}
				/>
				<TlsPart {...handle} />
				<HeadersPart {...handle} />
				<ProxyPart {...handle} />
				<SessionPart {...handle} granted={granted} />
				<AuthenticationPart {...handle} />
				<PropertiesPart {...handle} />
				<WillPart {...handle} granted={granted} />
			</form>
			{isAsking ? (
				<ConfirmDialog
					title={say("form.discard.title")}
					text={say("form.discard.text")}
					confirmLabel={say("form.discard.confirm")}
					cancelLabel={say("form.discard.keep")}
					onConfirm={onClose}
					onClose={() => setIsAsking(false)}
				/>
			) : null}
		</Dialog>
	);
}
