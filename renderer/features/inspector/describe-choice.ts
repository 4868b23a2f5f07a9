import type { ChosenView, ReadPayload } from "../../../shared/payload/read-payload.ts";
import type { SayText } from "../../i18n/use-text.ts";

/** Why "auto" shows what it shows, in a sentence. */
export function describeChoice({ reason }: ChosenView, read: ReadPayload, say: SayText): string {
	if (reason !== "broken-json") return say(`inspector.reason.${reason}`);
	return say("inspector.reason.broken-json", { problem: describeJsonProblem(read, say) });
}

/** Where and why the payload is not JSON. */
export function describeJsonProblem({ json }: ReadPayload, say: SayText): string {
	if (json === null || json.ok) return "";
	if (json.error === "too-many-values") return say("inspector.reason.too-many-values");
	const { line, column, problem } = json.error;
	return say("composer.jsonError", { line, column, problem: say(`composer.jsonProblem.${problem}`) });
}
