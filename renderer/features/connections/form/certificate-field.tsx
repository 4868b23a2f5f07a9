import { useState } from "react";
import { readCertificateFiles } from "../../../actions/read-certificate-files.ts";
import { useActionContext } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { TextArea } from "../../../ui/text-area.tsx";
import { FileButton } from "./file-button.tsx";

export interface CertificateFieldProps {
	readonly label: string;
	readonly name: string;
	readonly hint: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onBlur: () => void;
	readonly error: string | null;
	/** Files add to what is there; otherwise they replace it. */
	readonly adds: boolean;
}

/** Certificates as PEM text, typed or out of files. A file that holds none is named, and leaves the text as it was. */
export function CertificateField({ adds, ...props }: CertificateFieldProps) {
	const say = useText();
	const { host } = useActionContext();
	const [problem, setProblem] = useState<string | null>(null);
	const change = (value: string) => {
		setProblem(null);
		props.onChange(value);
	};
	const addFiles = async (files: readonly File[]) => {
		const read = await readCertificateFiles(host.link, say, files);
		const before = adds ? props.value.trim() : "";
		if (read.pem !== "") change([before, read.pem].filter((text) => text !== "").join("\n"));
		setProblem(read.problem);
	};
	return (
		<TextArea
			{...props}
			onChange={change}
			error={problem ?? props.error}
			placeholder="-----BEGIN CERTIFICATE-----"
			rows={3}
			mono={true}
			aside={
				<FileButton
					purpose={`${props.label}: ${say("form.fromFile")}`}
					accept=".pem,.crt,.cer,.der"
					multiple={adds}
					onFiles={(files) => void addFiles(files)}
				/>
			}
		/>
	);
}
