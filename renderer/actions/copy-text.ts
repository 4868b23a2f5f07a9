import { applyNotice } from "../state/notices-store.ts";
import type { ActionContext } from "./action.ts";

/** Puts a text on the clipboard, and says so where it worked. */
export async function copyText({ host, stores }: ActionContext, text: string): Promise<void> {
	const isCopied = await host.clipboard.writeText(text);
	if (isCopied) stores.notices.setState((state) => applyNotice(state, { kind: "done", text: "conversation.copied" }));
}
