import type { Handlers } from "../../../shared/contract/contract.ts";
import type { messageCommands } from "../../../shared/contract/message.ts";
import { packRows } from "../../../shared/contract/row-columns.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { type CommandParts, findConnection } from "./command-parts.ts";

/** Rows that one question about a topic looks at: some tenths of a second. Who wants more asks on from there. */
const TOPIC_REACH = 1_000_000;

type MessageHandlers = Pick<Handlers, keyof typeof messageCommands>;

/** Publishing, and reading what a window does not carry. */
export function createMessageCommands(parts: CommandParts): MessageHandlers {
	return {
		"message.publish": ({ connectionId, ...draft }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? found.value.session.publish(draft) : found;
		},
		"message.read": async ({ connectionId, seq }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const message = await found.value.conversation.readMessage(seq);
			if (message === null) return { ok: false, failure: createFailure("not-found", { what: "message" }) };
			return { ok: true, value: message };
		},
		"message.find": async ({ connectionId, filter, from, towards }, { signal }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const seq = await found.value.conversation.findRow(filter, from, towards, signal);
			return { ok: true, value: seq === null ? null : { seq } };
		},
		"message.readTopic": async ({ connectionId, ...question }, { signal }) => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const page = await found.value.conversation.readTopic({ ...question, reach: TOPIC_REACH }, signal);
			const { messages, ...searched } = page;
			return { ok: true, value: { rows: packRows(messages), ...searched } };
		},
	};
}
