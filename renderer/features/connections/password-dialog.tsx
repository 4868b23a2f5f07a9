import { useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { connectWithPassword } from "../../actions/connection-actions.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectProfile } from "../../state/connections-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { formatAddress } from "./format-address.ts";
import styles from "./password-dialog.module.css";
import { PasswordField } from "./password-field.tsx";

/** Asks for a password that is not known any more, then connects. */
export function PasswordDialog({ connectionId, onClose }: { readonly connectionId: string; readonly onClose: () => void }) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const formId = useId();
	const field = useRef<HTMLInputElement>(null);
	const [password, setPassword] = useState("");
	const profile = useStore(stores.connections, (state) => selectProfile(state, connectionId));
	const survives = useStore(stores.program, (state) => state.program?.passwordsSurviveRestart ?? true);
	if (profile === null) return null;
	return (
		<Dialog
			title={say("connection.password.title", { name: profile.name })}
			size="small"
			onClose={onClose}
			closeLabel={say("common.cancel")}
			initialFocus={field}
			footer={
				<>
					<Button onPress={onClose}>{say("common.cancel")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{say("connection.password.confirm")}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				className={styles["form"]}
				onSubmit={(event) => {
					event.preventDefault();
					onClose();
					run(connectWithPassword, { connectionId, password });
				}}
			>
				<p>{say("connection.password.text", { address: formatAddress(profile), username: profile.username })}</p>
				<PasswordField
					label={say("connection.password.label")}
					value={password}
					onChange={setPassword}
					ref={field}
					hint={survives ? undefined : say("form.passwordInMemory")}
				/>
			</form>
		</Dialog>
	);
}
