import { useCallback } from "react";
import { comparePayloadsInSteps } from "../../../shared/payload/compare-payloads.ts";
import { useText } from "../../i18n/use-text.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { JsonChanges } from "./json-changes.tsx";
import { LineChanges } from "./line-changes.tsx";
import tabStyles from "./payload-tab.module.css";
import { SMALL_BYTES, useSteps } from "./use-steps.ts";

export interface PayloadChangesProps {
	readonly before: Uint8Array;
	readonly after: Uint8Array;
}

/** The difference between two payloads: by paths where both are JSON, by lines where both are text, by rows of bytes otherwise. */
export function PayloadChanges({ before, after }: PayloadChangesProps) {
	const say = useText();
	const comparison = useSteps(
		useCallback(() => comparePayloadsInSteps(before, after), [before, after]),
		before.byteLength + after.byteLength <= SMALL_BYTES,
	);
	if (comparison === null) return <Skeleton label={say("inspector.reading")} shape="lines" />;
	switch (comparison.kind) {
		case "same":
			return <p className={tabStyles["note"]}>{say("inspector.same")}</p>;
		case "same-values":
			return <p className={tabStyles["note"]}>{say("inspector.sameValues")}</p>;
		case "json":
			return <JsonChanges comparison={comparison} />;
		case "lines":
		case "hex":
			return <LineChanges comparison={comparison.lines} isHex={comparison.kind === "hex"} />;
		case "bytes": {
			const { offset, different } = comparison;
			return <p className={tabStyles["note"]}>{say("inspector.bytesDiffer", { offset, count: different, number: different })}</p>;
		}
	}
}
