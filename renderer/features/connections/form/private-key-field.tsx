import { useState } from "react";
import { MOST_FILE_BYTES } from "../../../actions/read-certificate-files.ts";
import { useText } from "../../../i18n/use-text.ts";
import { TextArea } from "../../../ui/text-area.tsx";
import { FileButton } from "./file-button.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { applySecret, selectSecret } from "./secret-form.ts";

/** The private key of the client certificate: PEM text, typed or out of a file. A stored one is never shown. */
export function PrivateKeyField({ form, change, errorOf, touch }: Pick<FormPartProps, "form" | "change" | "errorOf" | "touch">) {
	const say = useText();
	const [problem, setProblem] = useState<string | null>(null);
	const { text, stored } = selectSecret(form.secrets, "tlsKey");
	const apply = (key: string) => {
		setProblem(null);
		change({ ...form, secrets: applySecret(form.secrets, "tlsKey", { text: key }) });
	};
	const readFile = async (file: File) => {
		if (file.size > MOST_FILE_BYTES) return setProblem(say("form.fileTooLarge", { name: file.name }));
		// A file may hold the certificate too, which belongs into its own field.
		const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(await file.text())?.[0];
		if (key === undefined) setProblem(say("form.noKeyIn", { name: file.name }));
		else apply(key);
	};
	return (
		<TextArea
			label={say("form.privateKey")}
			name="secrets.tlsKey"
			value={text}
			onChange={apply}
			onBlur={() => touch("secrets.tlsKey")}
			error={problem ?? errorOf("secrets.tlsKey")}
			hint={say("form.privateKeyHint")}
			placeholder={stored === "keep" ? say("form.secretStored") : "-----BEGIN PRIVATE KEY-----"}
			rows={3}
			mono={true}
			aside={
				<FileButton
					purpose={`${say("form.privateKey")}: ${say("form.fromFile")}`}
					accept=".pem,.key"
					onFiles={([file]) => void (file === undefined ? undefined : readFile(file))}
				/>
			}
		/>
	);
}
