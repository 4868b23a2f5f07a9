/** The list of what a connection shall be subscribed to. Saved first; the session then does what is needed to make it true. */
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import type { subscriptionCommands } from "../../../shared/contract/subscription.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Subscription, SubscriptionDraft } from "../../../shared/model/subscription.ts";
import { type CommandParts, DONE, findConnection } from "./command-parts.ts";

type SubscriptionHandlers = Pick<Handlers, keyof typeof subscriptionCommands>;

export function createSubscriptionCommands(parts: CommandParts): SubscriptionHandlers {
	const { profiles, list, takeTurn } = parts;

	/** Applies the change to the list as it is at this turn, and refuses one that would name a filter twice. */
	const change = (
		connectionId: string,
		apply: (before: readonly Subscription[]) => Result<readonly Subscription[]>,
	): Promise<Result<null>> =>
		takeTurn(async () => {
			const found = findConnection(parts, connectionId);
			if (!found.ok) return found;
			const applied = apply(found.value.subscriptions);
			if (!applied.ok) return applied;
			const repeated = findRepeated(applied.value);
			if (repeated !== null) return { ok: false, failure: createFailure("already-subscribed", { filter: repeated }) };
			const saved = await profiles.saveConnection({ profile: found.value.profile, subscriptions: applied.value });
			if (saved.ok) list.setSubscriptions(connectionId, applied.value);
			return saved;
		});

	return {
		"subscription.add": async ({ connectionId, drafts }) => {
			const ids = drafts.map(() => randomUUID());
			const changed = await change(connectionId, (before) => {
				const list = [...before];
				for (const [index, draft] of drafts.entries()) list.push(settle(draft, ids[index] ?? randomUUID(), list));
				return { ok: true, value: list };
			});
			return changed.ok ? { ok: true, value: { ids } } : changed;
		},
		"subscription.update": ({ connectionId, id, draft }) =>
			change(connectionId, (before) => {
				const index = before.findIndex((one) => one.id === id);
				return index === -1 ? notFound() : { ok: true, value: before.with(index, settle(draft, id, before.toSpliced(index, 1))) };
			}),
		/** Those of them that are gone already are no trouble; all of them are. */
		"subscription.remove": async ({ connectionId, ids }) => {
			const unwanted = new Set(ids);
			const changed = await change(connectionId, (before) => {
				const rest = before.filter(({ id }) => !unwanted.has(id));
				return rest.length === before.length ? notFound() : { ok: true, value: rest };
			});
			return changed.ok ? DONE : changed;
		},
	};
}

/** With the least identifier that no other one has, where any will do. */
function settle({ identifier, ...draft }: SubscriptionDraft, id: string, others: readonly Subscription[]): Subscription {
	if (identifier !== "auto") return { ...draft, id, identifier };
	const taken = new Set(others.map((other) => other.identifier));
	let free = 1;
	while (taken.has(free)) free += 1;
	return { ...draft, id, identifier: free };
}

function notFound(): { readonly ok: false; readonly failure: ReturnType<typeof createFailure> } {
	return { ok: false, failure: createFailure("not-found", { what: "subscription" }) };
}

function findRepeated(subscriptions: readonly Subscription[]): string | null {
	const filters = new Set<string>();
	for (const { filter } of subscriptions) {
		if (filters.has(filter)) return filter;
		filters.add(filter);
	}
	return null;
}
