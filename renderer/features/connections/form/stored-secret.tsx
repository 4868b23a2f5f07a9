import { useStore } from "zustand";
import type { SecretName } from "../../../../shared/model/secret.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { PasswordField } from "./password-field.tsx";
import { applySecret, selectSecret } from "./secret-form.ts";

export interface StoredSecretProps extends FormPartProps {
	readonly secret: SecretName;
	readonly label: string;
	/** The field's name in the form, where it is not the secret's own. */
	readonly name?: string;
	readonly warning?: string | null;
	/** Asked for because it was forgotten: where it will be forgotten again, that is said at once. */
	readonly wasForgotten?: boolean;
}

/** A secret line of the form: a stored one is shown as set without its text, and can be replaced or removed. */
export function StoredSecret({
	form,
	change,
	errorOf,
	touch,
	secret,
	label,
	name,
	warning,
	wasForgotten = false,
}: StoredSecretProps) {
	const say = useText();
	const stores = useStores();
	const survives = useStore(stores.program, (state) => state.program?.passwordsSurviveRestart ?? true);
	const field = name ?? `secrets.${secret}`;
	const { text, stored } = selectSecret(form.secrets, secret);
	const isRemoved = stored === "remove";
	const apply = (next: Parameters<typeof applySecret>[2]) =>
		change({ ...form, secrets: applySecret(form.secrets, secret, next) });
	return (
		<PasswordField
			label={label}
			name={field}
			value={text}
			onChange={(typed) => apply({ text: typed })}
			onBlur={() => touch(field)}
			placeholder={stored === "keep" ? say("form.passwordStored") : undefined}
			error={errorOf(field)}
			warning={isRemoved && text === "" ? say("form.secretRemoved") : (warning ?? null)}
			hint={(wasForgotten || text !== "" || stored === "keep") && !survives ? say("form.secretInMemory") : undefined}
			aside={
				stored === "none" || text !== "" ? null : (
					<Button size="small" variant="ghost" onPress={() => apply({ stored: isRemoved ? "keep" : "remove" })}>
						{say(isRemoved ? "form.secretKeep" : "form.secretRemove")}
					</Button>
				)
			}
		/>
	);
}
