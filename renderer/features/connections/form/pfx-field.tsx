import { useState } from "react";
import { encodeBase64 } from "../../../../shared/payload/encode-base64.ts";
import { MOST_FILE_BYTES } from "../../../actions/read-certificate-files.ts";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { FileButton } from "./file-button.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { applySecret, selectSecret } from "./secret-form.ts";

/** Certificate and key in one encrypted file, which goes into the vault as it is. */
export function PfxField({ form, change, errorOf }: Pick<FormPartProps, "form" | "change" | "errorOf">) {
	const say = useText();
	const [name, setName] = useState("");
	const [problem, setProblem] = useState<string | null>(null);
	const { text, stored } = selectSecret(form.secrets, "tlsPfx");
	const readFile = async (file: File) => {
		if (file.size > MOST_FILE_BYTES) return setProblem(say("form.fileTooLarge", { name: file.name }));
		const content = encodeBase64(new Uint8Array(await file.arrayBuffer()));
		setProblem(null);
		setName(file.name);
		change({ ...form, secrets: applySecret(form.secrets, "tlsPfx", { text: content }) });
	};
	const isChosen = text !== "" && name !== "";
	return (
		<TextField
			label={say("form.pfxFile")}
			name="secrets.tlsPfx"
			value={isChosen ? say("form.pfxChosen", { name }) : ""}
			placeholder={say(stored === "keep" ? "form.secretStored" : "form.pfxNone")}
			onChange={() => {}}
			readOnly={true}
			error={problem ?? errorOf("secrets.tlsPfx")}
			aside={
				<FileButton
					purpose={`${say("form.pfxFile")}: ${say("form.fromFile")}`}
					accept=".pfx,.p12"
					onFiles={([file]) => void (file === undefined ? undefined : readFile(file))}
				/>
			}
		/>
	);
}
