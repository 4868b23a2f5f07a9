import type { Result } from "../../shared/contract/spec.ts";
import type { MqttVersion } from "../../shared/model/connection.ts";
import { createFailure, createInputFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { MessageOrder, VariableScope } from "../../shared/model/message-order.ts";
import { parseBytes } from "../../shared/payload/parse-bytes.ts";
import { type ComposerDraft, EMPTY_PROPERTIES, selectTextField } from "../state/composer-draft.ts";
import { parseProperties } from "./parse-properties.ts";

/** What was written, as the engine takes it. A file is read here and not before: it is sent as it is at that moment. */
export async function createOrder(draft: ComposerDraft, version: MqttVersion): Promise<Result<MessageOrder>> {
	const { topic, qos, retain } = draft;
	// Earlier versions have no properties: what stands in those fields waits there for another connection.
	const { properties, problems } = parseProperties(version === "5.0" ? draft.properties : EMPTY_PROPERTIES);
	if (problems.length > 0) return refuse(createInputFailure(problems));
	const payload = await readPayload(draft);
	if (!payload.ok) return payload;
	return { ok: true, value: { topic, payload: payload.value, qos, retain, properties, variables: selectScope(draft) } };
}

function selectScope({ resolvesVariables, format }: ComposerDraft): VariableScope {
	if (!resolvesVariables) return "none";
	return format === "text" || format === "json" ? format : "topic";
}

async function readPayload(draft: ComposerDraft): Promise<Result<Uint8Array>> {
	const field = selectTextField(draft.format);
	if (field !== null) {
		const text = draft[field];
		// UTF-8 cannot carry half a character: encoding would put another in its place without a word.
		if (!text.isWellFormed()) return refuse(createInputFailure([{ field: "payload", rule: "lone-surrogate" }]));
		const bytes = parseBytes(text, field);
		return bytes === null ? refuse(createInputFailure([{ field: "payload", rule: "wrong-shape" }])) : { ok: true, value: bytes };
	}
	if (draft.file === null) return refuse(createInputFailure([{ field: "payload", rule: "required" }]));
	try {
		return { ok: true, value: await draft.file.read() };
	} catch {
		return refuse(createFailure("file-unreadable", { name: draft.file.name }));
	}
}

function refuse(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}
