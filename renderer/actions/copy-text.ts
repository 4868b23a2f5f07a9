import { createFailure } from "../../shared/model/create-failure.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { formatNumber } from "../i18n/format-number.ts";
import { applyNotice } from "../state/notices-store.ts";
import type { ActionContext } from "./action.ts";

/** Puts a text on the clipboard, and says whether it worked; `messages`: how many it is made of. */
export async function copyText({ host, stores }: ActionContext, text: string, messages = 1): Promise<Failure | null> {
	if (!(await host.clipboard.writeText(text))) return createFailure("clipboard-refused");
	const values = { count: messages, number: formatNumber(messages) };
	const said = messages === 1 ? { text: "conversation.copied" as const } : { text: "selection.copied" as const, values };
	stores.notices.setState((state) => applyNotice(state, { kind: "done", ...said }));
	return null;
}
