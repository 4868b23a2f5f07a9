import { FileUp } from "lucide-react";
import { useRef } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { FormCell } from "./form-cell.tsx";
import { type FormPartProps, FormSection } from "./form-section.tsx";

/** Whom to trust; there only for the protocols that are encrypted. */
export function TlsPart({ form, change, errorOf, touch }: FormPartProps) {
	const say = useText();
	const file = useRef<HTMLInputElement>(null);
	if (form.protocol !== "mqtts" && form.protocol !== "wss") return null;

	const addFiles = async (files: FileList | null) => {
		const texts = await Promise.all([...(files ?? [])].map((each) => each.text()));
		const all = [form.caCertificates.trim(), ...texts.map((text) => text.trim())].filter((text) => text !== "");
		change({ ...form, caCertificates: all.join("\n") });
		touch("tls.caCertificates");
	};

	return (
		<FormSection title={say("form.tls")}>
			<FormCell span={6}>
				<Checkbox
					label={say("form.verifyServer")}
					checked={form.verifyServer}
					onChange={(verifyServer) => change({ ...form, verifyServer })}
					warning={form.verifyServer ? null : say("form.verifyServerOff")}
				/>
			</FormCell>
			<FormCell span={6}>
				<TextArea
					label={say("form.caCertificates")}
					name="tls.caCertificates"
					value={form.caCertificates}
					onChange={(caCertificates) => change({ ...form, caCertificates })}
					onBlur={() => touch("tls.caCertificates")}
					error={errorOf("tls.caCertificates")}
					hint={say("form.caCertificatesHint")}
					placeholder="-----BEGIN CERTIFICATE-----"
					rows={3}
					mono={true}
					aside={
						<Button size="small" variant="ghost" icon={FileUp} onPress={() => file.current?.click()}>
							{say("form.caFile")}
						</Button>
					}
				/>
				<input
					ref={file}
					type="file"
					hidden={true}
					multiple={true}
					accept=".pem,.crt,.cer"
					aria-label={say("form.caFile")}
					onChange={(event) => {
						void addFiles(event.currentTarget.files);
						event.currentTarget.value = "";
					}}
				/>
			</FormCell>
		</FormSection>
	);
}
