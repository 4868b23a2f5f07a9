import { checkInput } from "../../../shared/contract/check-input.ts";
import { connectionDraft } from "../../../shared/contract/connection.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { type ConnectionDraft, SESSION_NEVER_EXPIRES } from "../../../shared/model/connection.ts";
import type { FieldProblem } from "../../../shared/model/failure.ts";
import type { ConnectionForm } from "./connection-form.ts";

/** What would be sent, checked by the very schema that the engine checks with. */
export function readForm(form: ConnectionForm): Result<ConnectionDraft> {
	return checkInput(connectionDraft, {
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
		cleanStart: form.cleanStart,
		sessionExpirySeconds: form.neverExpires ? SESSION_NEVER_EXPIRES : parseWholeNumber(form.sessionExpirySeconds),
		connectAtStart: form.connectAtStart,
		will: form.hasWill ? readWill(form) : null,
		tls: { verifyServer: form.verifyServer, caCertificates: parseCertificates(form.caCertificates) },
		...readPassword(form),
	});
}

/** By the form's field: the first rule that each breaks. Certificates are one field, whichever of them is wrong. */
export function readFieldProblems(problems: readonly FieldProblem[]): ReadonlyMap<string, FieldProblem> {
	const byField = new Map<string, FieldProblem>();
	for (const problem of problems) {
		const path = problem.field.replace(/^draft\./, "");
		const field = path.startsWith("tls.caCertificates") ? "tls.caCertificates" : path;
		if (!byField.has(field)) byField.set(field, problem);
	}
	return byField;
}

/** undefined for nothing, so that the schema says "needed"; NaN for what is no whole number, so that it says "no such value". */
export function parseWholeNumber(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === "") return undefined;
	return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Every certificate in the text; comments between them are skipped. A text without any stays whole, for the schema to refuse. */
function parseCertificates(text: string): readonly string[] {
	if (text.trim() === "") return [];
	return text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [text];
}

function readWill(form: ConnectionForm) {
	return {
		topic: form.willTopic,
		payload: form.willPayloadBytes ?? new TextEncoder().encode(form.willPayload),
		qos: form.willQos,
		retain: form.willRetain,
		delaySeconds: form.version === "5.0" ? parseWholeNumber(form.willDelaySeconds) : 0,
	};
}

function readPassword(form: ConnectionForm): { password?: string | null } {
	if (form.password !== "") return { password: form.password };
	return form.storedPassword === "remove" ? { password: null } : {};
}
