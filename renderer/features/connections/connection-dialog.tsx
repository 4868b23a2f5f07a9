import { TriangleAlert } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { saveConnection } from "../../actions/save-connection.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectGranted, selectProfile } from "../../state/connections-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AuthenticationPart } from "./authentication-part.tsx";
import { FolderSelect } from "./folder-select.tsx";
import { FormCell } from "./form-cell.tsx";
import { FormSection } from "./form-section.tsx";
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
	const [folderId, setFolderId] = useState(() => (connectionId === null ? props.folderId : (places.get(connectionId) ?? null)));
	const beside = [...profiles.values()].filter(({ id }) => id !== connectionId && (places.get(id) ?? null) === folderId);
	const takenNames = new Set(beside.map(({ name }) => name));
	const handle = useConnectionForm(say, profile, takenNames);

	const focusFirst = (fields: ReadonlySet<string>) => {
		const controls = [...(element.current?.elements ?? [])];
		const wrong = controls.find((control) => fields.has(control.getAttribute("name") ?? ""));
		if (wrong instanceof HTMLElement) wrong.focus();
	};

	const save = async (thenConnect: boolean) => {
		const submitted = handle.submit();
		if ("wrongFields" in submitted) return focusFirst(submitted.wrongFields);
		const failure = await saveConnection.run(context, { connectionId, draft: submitted.draft, thenConnect, folderId });
		if (failure === null) return onClose();
		handle.refuse(failure);
		focusFirst(new Set(failure.code === "name-taken" ? ["name"] : readFieldProblems(failure.problems ?? []).keys()));
	};

	return (
		<Dialog
			title={say(connectionId === null ? "form.newTitle" : "form.editTitle")}
			size="large"
			onClose={onClose}
			closeLabel={say("common.close")}
			initialFocus={firstField}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button onPress={() => void save(false)}>{say("form.save")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{say("form.saveAndConnect")}
					</Button>
				</>
			}
		>
			{handle.refusal === null ? null : <Banner tone="danger" icon={TriangleAlert} {...formatFailure(say, handle.refusal)} />}
			<form
				id={formId}
				ref={element}
				noValidate={true}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void save(true);
				}}
			>
				<GeneralPart {...handle} takenNames={takenNames} firstField={firstField} />
				<HeadersPart {...handle} />
				{hasFolders ? (
					<FormSection title={say("folder.field")}>
						<FormCell span={6}>
							<FolderSelect label={say("folder.field")} value={folderId} onChange={setFolderId} />
						</FormCell>
					</FormSection>
				) : null}
				<TlsPart {...handle} />
				<ProxyPart {...handle} />
				<SessionPart {...handle} granted={granted} />
				<AuthenticationPart {...handle} />
				<PropertiesPart {...handle} />
				<WillPart {...handle} granted={granted} />
				{profile === null || granted === null ? null : <ReconnectNote profile={profile} form={handle.form} />}
			</form>
		</Dialog>
	);
}
