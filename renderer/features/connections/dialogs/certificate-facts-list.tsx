import { useId } from "react";
import type { CertificateFacts } from "../../../../shared/model/tls.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { formatExactTime } from "../../../i18n/format-time.ts";
import { useText } from "../../../i18n/use-text.ts";
import styles from "./server-certificate-dialog.module.css";

/** One certificate in words, which are its maker's. */
export function CertificateFactsList({ title, facts }: { readonly title: string; readonly facts: CertificateFacts }) {
	const say = useText();
	const id = useId();
	// To the second.
	const format = (at: number) => formatExactTime(at).slice(0, -".000".length);
	const rows = [
		[say("connection.certificate.subject"), facts.subject],
		[say("connection.certificate.issuer"), facts.issuer],
		[say("connection.certificate.names"), facts.alternativeNames],
		[
			say("connection.certificate.valid"),
			say("connection.certificate.validFromTo", { from: format(facts.validFrom), to: format(facts.validTo) }),
		],
		[say("connection.certificate.fingerprint"), facts.fingerprint],
	] as const;
	return (
		<section className={styles["certificate"]} aria-labelledby={id}>
			<h3 id={id} className={styles["title"]}>
				{title}
			</h3>
			<dl>
				{rows.map(([term, value]) => (
					<div key={term} className={styles["fact"]}>
						<dt className={styles["term"]}>{term}</dt>
						<dd className={styles["value"]}>{value === "" ? say("connection.certificate.noName") : makeVisible(value)}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
