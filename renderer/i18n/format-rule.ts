import type { FieldProblem } from "../../shared/model/failure.ts";
import type { SayText } from "./use-text.ts";

/** The rule that a field breaks, in words; with the limits where the problem names them. */
export function formatRule(say: SayText, problem: Pick<FieldProblem, "rule" | "detail">): string {
	const least = problem.detail?.["least"];
	const most = problem.detail?.["most"];
	if (problem.rule !== "out-of-range") return say(`rule.${problem.rule}`);
	if (least !== undefined && most !== undefined) return say("ruleRange.both", { least, most });
	if (least !== undefined) return say("ruleRange.least", { least });
	if (most !== undefined) return say("ruleRange.most", { most });
	return say("rule.out-of-range");
}
