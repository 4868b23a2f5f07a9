import { SCRAM_HASHES } from "../../../../shared/model/authentication.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { AuthenticationForm } from "./authentication-form.ts";
import { describeAuthentication } from "./describe-part.ts";
import { FoldedSection } from "./folded-section.tsx";
import { FormCell } from "./form-cell.tsx";
import styles from "./form-section.module.css";
import type { FormPartProps } from "./form-section.tsx";
import { StoredSecret } from "./stored-secret.tsx";

const DATA_SYNTAXES = ["text", "hex", "base64"] as const;

/** How MQTT 5 lets a client prove who it is, besides a password in CONNECT. */
export function AuthenticationPart(props: FormPartProps) {
	const { form, change, errorOf, touch } = props;
	const say = useText();
	if (form.version !== "5.0") return null;
	const { authentication } = form;
	const apply = (part: Partial<AuthenticationForm>) => change({ ...form, authentication: { ...authentication, ...part } });
	const methods = [
		{ value: "none", label: say("form.authenticationNone") },
		...SCRAM_HASHES.map((hash) => ({ value: hash, label: `SCRAM-${hash}` })),
		{ value: "raw", label: say("form.authenticationOther") },
	];
	const chosen = authentication.kind === "scram" ? authentication.hash : authentication.kind;
	return (
		<FoldedSection title={say("form.authentication")} {...describeAuthentication(say, form)}>
			<FormCell span={3}>
				<Select
					label={say("form.authenticationMethod")}
					value={chosen}
					options={methods}
					onChange={(value) => {
						const hash = SCRAM_HASHES.find((each) => each === value);
						if (hash !== undefined) apply({ kind: "scram", hash });
						else apply({ kind: value === "raw" ? "raw" : "none" });
					}}
				/>
			</FormCell>
			{authentication.kind === "scram" ? (
				<FormCell span={3} beside={true}>
					<p className={styles["hint"]}>{say("form.authenticationScramHint")}</p>
				</FormCell>
			) : null}
			{authentication.kind === "raw" ? (
				<>
					<FormCell span={3}>
						<TextField
							label={say("form.authenticationName")}
							name="authentication.method"
							value={authentication.method}
							onChange={(method) => apply({ method })}
							onBlur={() => touch("authentication.method")}
							error={errorOf("authentication.method")}
							mono={true}
						/>
					</FormCell>
					<FormCell span={4}>
						<StoredSecret {...props} secret="authenticationData" label={say("form.authenticationData")} />
					</FormCell>
					<FormCell span={2}>
						<Select
							label={say("form.authenticationDataAs")}
							value={authentication.dataSyntax}
							options={DATA_SYNTAXES.map((value) => ({ value, label: say(`form.syntax.${value}`) }))}
							onChange={(dataSyntax) => apply({ dataSyntax })}
						/>
					</FormCell>
				</>
			) : null}
		</FoldedSection>
	);
}
