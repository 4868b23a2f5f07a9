import { createFailure } from "../../shared/model/create-failure.ts";
import { applyNotice } from "../state/notices-store.ts";
import type { Action, ActionContext } from "./action.ts";

/**
 * Runs an action where it may be run; a Failure becomes a notice, and so does a throw, which is a bug of the page's own. The bug goes
 * on to the window's error handler as well, so that it is not only a sentence.
 */
export async function runAction<Subject>(context: ActionContext, action: Action<Subject>, subject: Subject): Promise<void> {
	if (!action.when(context.stores, subject)) return;
	try {
		const failure = await action.run(context, subject);
		if (failure !== null) context.stores.notices.setState((state) => applyNotice(state, { kind: "failure", failure }));
	} catch (error) {
		const failure = createFailure("internal-error", { id: action.id });
		context.stores.notices.setState((state) => applyNotice(state, { kind: "failure", failure }));
		reportError(error);
	}
}
