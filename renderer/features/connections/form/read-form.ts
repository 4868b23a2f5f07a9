import { checkInput } from "../../../../shared/contract/check-input.ts";
import { connectionDraft } from "../../../../shared/contract/connection.ts";
import type { Result } from "../../../../shared/contract/spec.ts";
import { type ConnectionDraft, SESSION_NEVER_EXPIRES } from "../../../../shared/model/connection.ts";
import { createInputFailure } from "../../../../shared/model/create-failure.ts";
import type { FieldProblem } from "../../../../shared/model/failure.ts";
import { nameHeaderSecret } from "../../../../shared/model/secret.ts";
import { readAuthentication, readAuthenticationProblems } from "./authentication-form.ts";
import { readConnectProperties } from "./connect-properties-form.ts";
import type { ConnectionForm } from "./connection-form.ts";
import { parseWholeNumber } from "./parse-whole-number.ts";
import { readSecretChanges, selectSecret } from "./secret-form.ts";
import { readTransportDraft } from "./transport-form.ts";
import { readWill, readWillProblems } from "./will-form.ts";

/** What would be sent, checked by the very schema that the engine checks with. */
export function readForm(form: ConnectionForm): Result<ConnectionDraft> {
	const checked = checkInput(connectionDraft, {
		name: form.name.trim(),
		protocol: form.protocol,
		host: form.host.trim(),
		port: parseWholeNumber(form.port),
		path: form.path,
		clientId: form.clientId,
		username: form.username,
		version: form.version,
		connectTimeoutSeconds: parseWholeNumber(form.connectTimeoutSeconds),
		keepAliveSeconds: parseWholeNumber(form.keepAliveSeconds),
		autoReconnect: form.autoReconnect,
		reconnectDelaySeconds: parseWholeNumber(form.reconnectDelaySeconds),
		reconnectCeilingSeconds: parseWholeNumber(form.reconnectCeilingSeconds),
		reconnectAttempts: parseWholeNumber(form.reconnectAttempts) ?? null,
		cleanStart: form.cleanStart,
		sessionExpirySeconds: form.neverExpires ? SESSION_NEVER_EXPIRES : parseWholeNumber(form.sessionExpirySeconds),
		connectAtStart: form.connectAtStart,
		authentication: readAuthentication(form.authentication, form.version === "5.0"),
		properties: readConnectProperties(form.properties, form.version === "5.0"),
		will: readWill(form.will, form.version === "5.0"),
		...readTransportDraft(form),
		secrets: readSecrets(form),
	});
	const isFive = form.version === "5.0";
	const data = selectSecret(form.secrets, "authenticationData").text;
	const untyped = [
		...readWillProblems(form.will, isFive),
		...(isFive ? readAuthenticationProblems(form.authentication, data) : []),
	];
	if (untyped.length === 0) return checked;
	const others = checked.ok ? [] : (checked.failure.problems ?? []);
	return { ok: false, failure: createInputFailure([...untyped, ...others]) };
}

const LISTS = ["tls.caCertificates", "tls.alpn", "will.properties.userProperties", "properties.userProperties"];

/** By the form's field: the first rule that each breaks. A list is one field, whichever of its parts is wrong. */
export function readFieldProblems(problems: readonly FieldProblem[]): ReadonlyMap<string, FieldProblem> {
	const byField = new Map<string, FieldProblem>();
	for (const problem of problems) {
		const path = problem.field.replace(/^draft\./, "");
		const field = LISTS.find((list) => path.startsWith(list)) ?? path;
		if (!byField.has(field)) byField.set(field, problem);
	}
	return byField;
}

/** Without what belongs to a header that is no longer in the list. */
function readSecrets(form: ConnectionForm) {
	const headers = new Set<string>(form.webSocketHeaders.map(({ name }) => nameHeaderSecret(name.trim())));
	const changes = Object.entries(readSecretChanges(form.secrets));
	const isWanted = (name: string) =>
		name.startsWith("header:") ? headers.has(name) : name !== "authenticationData" || form.authentication.kind === "raw";
	return Object.fromEntries(changes.filter(([name]) => isWanted(name)));
}
