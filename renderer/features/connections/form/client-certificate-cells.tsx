import type { ClientCertificate } from "../../../../shared/model/tls.ts";
import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { CertificateField } from "./certificate-field.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { PfxField } from "./pfx-field.tsx";
import { PrivateKeyField } from "./private-key-field.tsx";
import { StoredSecret } from "./stored-secret.tsx";

const KINDS: readonly (readonly [ClientCertificate["kind"], TextKey])[] = [
	["none", "form.clientNone"],
	["pem", "form.clientPem"],
	["pfx", "form.clientPfx"],
];

/** Who we are, for brokers that ask for a certificate: the fields of one of its two forms. */
export function ClientCertificateCells(props: FormPartProps) {
	const { form, change, errorOf, touch } = props;
	const say = useText();
	const { tls } = form;
	const apply = (part: Partial<typeof tls>) => change({ ...form, tls: { ...tls, ...part } });
	const field = "tls.clientCertificate.certificate";
	return (
		<>
			<FormCell span={6}>
				<SegmentedControl
					label={say("form.clientCertificate")}
					value={tls.clientKind}
					options={KINDS.map(([value, label]) => ({ value, label: say(label) }))}
					onChange={(clientKind) => apply({ clientKind })}
				/>
			</FormCell>
			{tls.clientKind === "pem" ? (
				<>
					<FormCell span={6}>
						<CertificateField
							label={say("form.certificate")}
							name={field}
							hint={say("form.certificateHint")}
							value={tls.clientCertificate}
							onChange={(clientCertificate) => apply({ clientCertificate })}
							onBlur={() => touch(field)}
							error={errorOf(field)}
							adds={false}
						/>
					</FormCell>
					<FormCell span={6}>
						<PrivateKeyField {...props} />
					</FormCell>
				</>
			) : null}
			{tls.clientKind === "pfx" ? (
				<FormCell span={3}>
					<PfxField {...props} />
				</FormCell>
			) : null}
			{tls.clientKind === "none" ? null : (
				<FormCell span={tls.clientKind === "pem" ? 6 : 3}>
					<StoredSecret {...props} secret="tlsPassphrase" label={say("form.passphrase")} />
				</FormCell>
			)}
		</>
	);
}
