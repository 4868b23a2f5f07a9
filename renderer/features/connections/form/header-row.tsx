import { Trash2 } from "lucide-react";
import { isSecretHeader, nameHeaderSecret } from "../../../../shared/model/secret.ts";
import { useText } from "../../../i18n/use-text.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";
import styles from "./header-row.module.css";
import { applySecret, selectSecret } from "./secret-form.ts";
import { StoredSecret } from "./stored-secret.tsx";
import type { HeaderForm } from "./transport-form.ts";

export interface HeaderRowProps extends FormPartProps {
	readonly index: number;
	readonly row: HeaderForm;
}

/** One header: its name, and its value, which is hidden where the name says that it is a secret. */
export function HeaderRow({ index, row, ...props }: HeaderRowProps) {
	const { form, change, errorOf, touch } = props;
	const say = useText();
	const number = index + 1;
	const field = `webSocketHeaders.${index}`;
	const apply = (next: HeaderForm) =>
		change({ ...form, webSocketHeaders: form.webSocketHeaders.map((each) => (each.id === row.id ? next : each)) });
	const remove = () => change({ ...form, webSocketHeaders: form.webSocketHeaders.filter(({ id }) => id !== row.id) });
	const secret = nameHeaderSecret(row.name.trim());

	const rename = (name: string) => {
		const after = { ...row, name };
		const wasSecret = isSecretHeader(row.name);
		// What was typed goes along, into the secrets and out of them.
		const typed = wasSecret ? selectSecret(form.secrets, secret).text : row.value;
		const without = wasSecret ? applySecret(form.secrets, secret, { text: "" }) : form.secrets;
		const isSecret = isSecretHeader(name);
		const secrets = isSecret && typed !== "" ? applySecret(without, nameHeaderSecret(name.trim()), { text: typed }) : without;
		const rows = form.webSocketHeaders.map((each) => (each.id === row.id ? { ...after, value: isSecret ? "" : typed } : each));
		change({ ...form, secrets, webSocketHeaders: rows });
	};

	return (
		<>
			<FormCell span={2}>
				<TextField
					label={say("form.headerName", { number })}
					name={`${field}.name`}
					value={row.name}
					onChange={rename}
					onBlur={() => touch(`${field}.name`)}
					error={errorOf(`${field}.name`)}
					mono={true}
				/>
			</FormCell>
			<FormCell span={4}>
				<div className={styles["value"]}>
					{isSecretHeader(row.name) ? (
						<StoredSecret {...props} secret={secret} name={`${field}.value`} label={say("form.headerValue", { number })} />
					) : (
						<TextField
							label={say("form.headerValue", { number })}
							name={`${field}.value`}
							value={row.value}
							onChange={(value) => apply({ ...row, value })}
							onBlur={() => touch(`${field}.value`)}
							error={errorOf(`${field}.value`)}
							mono={true}
						/>
					)}
					<IconButton icon={Trash2} label={say("form.headerRemove", { number })} onPress={remove} />
				</div>
			</FormCell>
		</>
	);
}
