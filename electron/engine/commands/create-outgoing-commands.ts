import type { Handlers } from "../../../shared/contract/contract.ts";
import type { outgoingCommands } from "../../../shared/contract/outgoing.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";

type OutgoingHandlers = Pick<Handlers, keyof typeof outgoingCommands>;

/** What goes out later, or again and again: repeats, the queue, and what a message will be when it goes. */
export function createOutgoingCommands(parts: CommandParts): OutgoingHandlers {
	return {
		"repeat.start": ({ connectionId, order, ...schedule }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? found.value.session.repeats.start(order, schedule) : found;
		},
		"repeat.stop": ({ connectionId, id }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? answer(found.value.session.repeats.stop(id)) : found;
		},
		"repeat.dismiss": ({ connectionId, id }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? answer(found.value.session.repeats.dismiss(id)) : found;
		},
		"message.preview": ({ connectionId, order }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const resolved = found.value.session.resolve(order);
			if (!resolved.ok) return resolved;
			const { topic, payload } = resolved.value;
			return { ok: true, value: { topic, payload } };
		},
		"queue.withdraw": ({ connectionId, seqs }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			return { ok: true, value: { withdrawn: found.value.session.withdraw(seqs) } };
		},
	};
}

function answer(isThere: boolean): Result<null> {
	return isThere ? DONE : { ok: false, failure: createFailure("not-found", { what: "repeat" }) };
}
