import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createInputFailure } from "../../../shared/model/create-failure.ts";
import type { Failure, FieldProblem } from "../../../shared/model/failure.ts";
import { type ConnectionSecrets, isSecretHeader, nameHeaderSecret, type SecretName } from "../../../shared/model/secret.ts";
import { readCertificates } from "../session/transport/read-certificate.ts";
import { readClientCertificate } from "../session/transport/read-client-certificate.ts";
import { findPlaceProblem } from "./arrange-connections.ts";
import type { CommandParts } from "./command-parts.ts";

/** What no field by itself can show, and what it takes a reader of certificates to see. `folderId` absent: where it stands now. `known`: the secrets that are at hand. */
export function checkConnection(
	profile: ConnectionProfile,
	known: ConnectionSecrets,
	folderId: string | null | undefined,
	parts: Pick<CommandParts, "profiles" | "list">,
): Failure | null {
	const { protocol } = profile;
	// A part that the protocol hides cannot be mended in the form; it is looked at when it comes into use.
	const problems = [
		...checkCredentials(profile),
		...(protocol === "mqtts" || protocol === "wss" ? checkCertificates(profile, known) : []),
		...(protocol === "ws" || protocol === "wss" ? checkHeaders(profile) : []),
	];
	if (problems.length > 0)
		return createInputFailure(problems.map((problem) => ({ ...problem, field: `draft.${problem.field}` })));
	return findPlaceProblem(profile, folderId, parts);
}

/** A password that was kept from before meets a user name that was removed now. [MQTT-3.1.2-22 of 3.1.1] */
function checkCredentials({ version, username, secrets }: ConnectionProfile): readonly FieldProblem[] {
	const isAlone = version !== "5.0" && username === "" && secrets.includes("password");
	return isAlone ? [{ field: "username", rule: "password-without-username" }] : [];
}

function checkCertificates({ tls, secrets }: ConnectionProfile, known: ConnectionSecrets): readonly FieldProblem[] {
	const problems: FieldProblem[] = [];
	for (const [index, pem] of tls.caCertificates.entries()) {
		if (readCertificates(Buffer.from(pem)) === null)
			problems.push({ field: `tls.caCertificates.${index}`, rule: "certificate-invalid" });
	}
	// After a restart of the browser mode a secret may be missing: the check is made up for when it is entered again.
	const ours: readonly SecretName[] = ["tlsKey", "tlsPfx", "tlsPassphrase"];
	if (secrets.some((name) => ours.includes(name) && known[name] === undefined)) return problems;
	const client = readClientCertificate(tls.clientCertificate, known, Date.now());
	if (!client.ok) problems.push({ field: client.field, rule: client.rule });
	return problems;
}

function checkHeaders({ webSocketHeaders, secrets }: ConnectionProfile): readonly FieldProblem[] {
	return webSocketHeaders.flatMap(({ name }, index) =>
		isSecretHeader(name) && !secrets.includes(nameHeaderSecret(name))
			? [{ field: `webSocketHeaders.${index}.value`, rule: "required" as const }]
			: [],
	);
}
