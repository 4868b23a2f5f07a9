import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
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
