import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { TextField } from "../../../ui/text-field.tsx";

export interface PasswordFieldProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onBlur?: (() => void) | undefined;
	readonly name?: string;
	readonly hint?: ReactNode;
	readonly warning?: string | null | undefined;
	readonly error?: string | null | undefined;
	readonly placeholder?: string | undefined;
	readonly aside?: ReactNode;
	readonly ref?: Ref<HTMLInputElement>;
}

/** A password being typed, hidden unless asked for. */
export function PasswordField(props: PasswordFieldProps) {
	const say = useText();
	const [isShown, setShown] = useState(false);
	return (
		<TextField
			{...props}
			type={isShown ? "text" : "password"}
			action={
				<IconButton
					icon={isShown ? EyeOff : Eye}
					label={say(isShown ? "common.hidePassword" : "common.showPassword")}
					onPress={() => setShown(!isShown)}
				/>
			}
		/>
	);
}
