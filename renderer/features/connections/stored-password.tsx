import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { PasswordField } from "./password-field.tsx";

/** The form's password: a stored one is shown as set without its text, and can be replaced or removed. */
export function StoredPassword({
	form,
	change,
	errorOf,
	survivesRestart,
}: FormPartProps & { readonly survivesRestart: boolean }) {
	const say = useText();
	const isRemoved = form.storedPassword === "remove";
	const hasHint = form.password !== "" || form.storedPassword === "keep";
	return (
		<PasswordField
			label={say("form.password")}
			name="password"
			value={form.password}
			onChange={(password) => change({ ...form, password })}
			placeholder={form.storedPassword === "keep" ? say("form.passwordStored") : undefined}
			error={errorOf("password")}
			warning={isRemoved && form.password === "" ? say("form.passwordRemoved") : null}
			hint={hasHint && !survivesRestart ? say("form.passwordInMemory") : undefined}
			aside={
				form.storedPassword === "none" || form.password !== "" ? null : (
					<Button size="small" variant="ghost" onPress={() => change({ ...form, storedPassword: isRemoved ? "keep" : "remove" })}>
						{say(isRemoved ? "form.passwordKeep" : "form.passwordRemove")}
					</Button>
				)
			}
		/>
	);
}
