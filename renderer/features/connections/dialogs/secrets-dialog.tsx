import { TriangleAlert } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { formatAddress } from "../../../../shared/model/format-link.ts";
import type { SecretName } from "../../../../shared/model/secret.ts";
import { connectWithSecrets } from "../../../actions/connection-actions.ts";
import { useActionContext } from "../../../actions/use-action.ts";
import { formatFailure, formatSecret } from "../../../i18n/format-failure.ts";
import { formatRule } from "../../../i18n/format-rule.ts";
import { type SayText, useText } from "../../../i18n/use-text.ts";
import { selectProfile } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { type ConnectionForm, createConnectionForm } from "../form/connection-form.ts";
import { PfxField } from "../form/pfx-field.tsx";
import { PrivateKeyField } from "../form/private-key-field.tsx";
import { readFieldProblems } from "../form/read-form.ts";
import { readSecretChanges } from "../form/secret-form.ts";
import { StoredSecret } from "../form/stored-secret.tsx";
import styles from "./secrets-dialog.module.css";

export interface SecretsDialogProps {
	readonly connectionId: string;
	readonly missing: readonly SecretName[];
	readonly onClose: () => void;
}

/** Asks for the secrets that the vault does not have any more, keeps them and connects. */
export function SecretsDialog({ connectionId, missing, onClose }: SecretsDialogProps) {
	const say = useText();
	const stores = useStores();
	const context = useActionContext();
	const formId = useId();
	const first = useRef<HTMLElement>(null);
	const [form, change] = useState<ConnectionForm>(() => createConnectionForm(new Set()));
	const [refused, setRefused] = useState<Failure | null>(null);
	const profile = useStore(stores.connections, (state) => selectProfile(state, connectionId));
	if (profile === null) return null;

	const problems = readFieldProblems(refused?.problems ?? []);
	const errorOf = (field: string) => {
		const problem = problems.get(field);
		return problem === undefined ? null : formatRule(say, problem);
	};
	const connect = async () => {
		const failure = await connectWithSecrets.run(context, { connectionId, secrets: readSecretChanges(form.secrets) });
		if (failure === null) onClose();
		else setRefused(failure);
	};
	const part = { form, change, errorOf, touch: () => {} };
	const isShownAtField = missing.some((name) => problems.has(`secrets.${name}`));
	return (
		<Dialog
			title={say("connection.secrets.title", { name: profile.name })}
			size={missing.some((name) => name === "tlsKey") ? "base" : "small"}
			onClose={onClose}
			closeLabel={say("common.cancel")}
			initialFocus={first}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{say("connection.secrets.confirm")}
					</Button>
				</>
			}
		>
			<form
				ref={(form) => {
					first.current = form?.querySelector<HTMLElement>("input:not([type=file]), textarea") ?? null;
				}}
				id={formId}
				className={styles["form"]}
				onSubmit={(event) => {
					event.preventDefault();
					void connect();
				}}
			>
				{refused === null || isShownAtField ? null : (
					<Banner tone="danger" icon={TriangleAlert} {...formatFailure(say, refused)} />
				)}
				<p>{describePurpose(say, profile)}</p>
				{missing.map((name) => {
					if (name === "tlsKey") return <PrivateKeyField key={name} {...part} />;
					if (name === "tlsPfx") return <PfxField key={name} {...part} />;
					return (
						<StoredSecret key={name} {...part} wasForgotten={true} secret={name} label={capitalise(formatSecret(say, name))} />
					);
				})}
			</form>
		</Dialog>
	);
}

function describePurpose(say: SayText, profile: ConnectionProfile): string {
	const address = formatAddress(profile);
	const { username } = profile;
	return username === "" ? say("connection.secrets.text", { address }) : say("connection.secrets.textAs", { address, username });
}

/** The words stand inside a sentence elsewhere. */
function capitalise(words: string): string {
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}
