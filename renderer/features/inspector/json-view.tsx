import type { ReadPayload } from "../../../shared/payload/read-payload.ts";
import { useText } from "../../i18n/use-text.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { describeJsonProblem } from "./describe-choice.ts";
import { JsonTreeView } from "./json-tree-view.tsx";
import tabStyles from "./payload-tab.module.css";

/** The payload as a JSON tree, or why it is none. */
export function JsonView({ read }: { readonly read: ReadPayload | null }) {
	const say = useText();
	if (read === null) return <Skeleton label={say("inspector.reading")} shape="lines" />;
	if (read.text === null) return <p className={tabStyles["reason"]}>{say("inspector.notText")}</p>;
	if (read.json === null) return <p className={tabStyles["reason"]}>{say("inspector.tooLargeForJson")}</p>;
	if (!read.json.ok) {
		return <p className={tabStyles["reason"]}>{say("inspector.notJson", { problem: describeJsonProblem(read, say) })}</p>;
	}
	return <JsonTreeView tree={read.json.tree} />;
}
