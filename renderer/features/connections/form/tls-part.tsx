import type { TlsVersion } from "../../../../shared/model/tls.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { CertificateField } from "./certificate-field.tsx";
import { ClientCertificateCells } from "./client-certificate-cells.tsx";
import { FormCell } from "./form-cell.tsx";
import { type FormPartProps, FormSection } from "./form-section.tsx";
import type { TlsForm } from "./transport-form.ts";

const VERSIONS: readonly TlsVersion[] = ["1.3", "1.2", "1.1", "1.0"];

/** Whom to trust and who we are; there only for the protocols that are encrypted. */
export function TlsPart(props: FormPartProps) {
	const { form, change, errorOf, touch } = props;
	const say = useText();
	if (form.protocol !== "mqtts" && form.protocol !== "wss") return null;
	const { tls } = form;
	const apply = (part: Partial<TlsForm>) => change({ ...form, tls: { ...tls, ...part } });
	const isPinned = tls.pinnedFingerprint !== null && tls.isPinKept;
	const isOld = tls.minimumVersion === "1.0" || tls.minimumVersion === "1.1";
	return (
		<FormSection title={say("form.tls")}>
			{tls.pinnedFingerprint === null ? null : (
				<FormCell span={6}>
					<Checkbox
						label={say("form.pinned")}
						checked={tls.isPinKept}
						onChange={(isPinKept) => apply({ isPinKept })}
						hint={say("form.pinnedHint", { fingerprint: tls.pinnedFingerprint })}
					/>
				</FormCell>
			)}
			<FormCell span={6}>
				<Checkbox
					label={say("form.verifyServer")}
					checked={tls.verifyServer}
					onChange={(verifyServer) => apply({ verifyServer })}
					warning={tls.verifyServer || isPinned ? null : say("form.verifyServerOff")}
				/>
			</FormCell>
			<FormCell span={6}>
				<CertificateField
					label={say("form.caCertificates")}
					name="tls.caCertificates"
					hint={say("form.caCertificatesHint")}
					value={tls.caCertificates}
					onChange={(caCertificates) => apply({ caCertificates })}
					onBlur={() => touch("tls.caCertificates")}
					error={errorOf("tls.caCertificates")}
					adds={true}
				/>
			</FormCell>
			<ClientCertificateCells {...props} />
			<FormCell span={3}>
				<TextField
					label={say("form.serverName")}
					name="tls.serverName"
					value={tls.serverName}
					onChange={(serverName) => apply({ serverName })}
					onBlur={() => touch("tls.serverName")}
					error={errorOf("tls.serverName")}
					hint={say("form.serverNameHint")}
					mono={true}
				/>
			</FormCell>
			<FormCell span={3}>
				<TextField
					label={say("form.alpn")}
					name="tls.alpn"
					value={tls.alpn}
					onChange={(alpn) => apply({ alpn })}
					onBlur={() => touch("tls.alpn")}
					error={errorOf("tls.alpn")}
					hint={say("form.alpnHint")}
					mono={true}
				/>
			</FormCell>
			<FormCell span={3}>
				<SegmentedControl
					label={say("form.minimumTls")}
					value={tls.minimumVersion}
					options={VERSIONS.map((value) => ({ value, label: value }))}
					onChange={(minimumVersion) => apply({ minimumVersion })}
					warning={isOld ? say("form.minimumTlsOld") : null}
				/>
			</FormCell>
		</FormSection>
	);
}
