import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from "react";
import type { TextKey } from "../i18n/text-key.ts";
import type { Stores } from "../state/create-stores.ts";
import type { Action, ActionContext } from "./action.ts";
import { runAction } from "./run-action.ts";

export const ActionsContext = createContext<ActionContext | null>(null);

export function useActionContext(): ActionContext {
	const context = useContext(ActionsContext);
	if (context === null) throw new Error("no action context around this component");
	return context;
}

/** Whether the action can be run now, kept in step with the stores, and a way to run it. */
export function useAction<Subject>(
	action: Action<Subject>,
	subject: Subject,
): { readonly can: boolean; readonly run: () => void } {
	const context = useActionContext();
	const can = useSyncExternalStore(
		useCallback((listener) => subscribeToAll(context.stores, listener), [context]),
		() => action.when(context.stores, subject),
	);
	return { can, run: () => void runAction(context, action, subject) };
}

export interface Ability {
	readonly can: boolean;
	readonly whyNot: TextKey | null;
}

/** Of several actions at once, kept in step with the stores; the same array as long as nothing of it changes. */
export function useAbilities<Subject>(actions: readonly Action<Subject>[], subject: Subject): readonly Ability[] {
	const { stores } = useActionContext();
	const last = useRef<readonly Ability[]>([]);
	return useSyncExternalStore(
		useCallback((listener) => subscribeToAll(stores, listener), [stores]),
		() => {
			const now = actions.map((action) => ({
				can: action.when(stores, subject),
				whyNot: action.whyNot?.(stores, subject) ?? null,
			}));
			const isSame =
				now.length === last.current.length &&
				now.every(({ can, whyNot }, index) => can === last.current[index]?.can && whyNot === last.current[index]?.whyNot);
			if (!isSame) last.current = now;
			return last.current;
		},
	);
}

/** For a subject that is known only at the press, such as a row of a menu. */
export function useRunAction(): <Subject>(action: Action<Subject>, subject: Subject) => void {
	const context = useActionContext();
	return useCallback((action, subject) => void runAction(context, action, subject), [context]);
}

function subscribeToAll(stores: Stores, listener: () => void): () => void {
	const leave = Object.values(stores).map((store) => store.subscribe(listener));
	return () => {
		for (const each of leave) each();
	};
}
