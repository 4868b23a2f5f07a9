import { TriangleAlert } from "lucide-react";
import { useStore } from "zustand";
import type { Failure } from "../../shared/model/failure.ts";
import { formatFailure } from "../i18n/format-failure.ts";
import { useText } from "../i18n/use-text.ts";
import { applyTroubleDismissed, readTroubleKey } from "../state/program-store.ts";
import { useStores } from "../state/use-stores.ts";
import { Banner } from "../ui/banner.tsx";

const NONE: readonly Failure[] = [];

/** Standing trouble of the whole program. It can be put away, and is back when it happens anew. */
export function TroubleList() {
	const say = useText();
	const stores = useStores();
	const troubles = useStore(stores.program, (state) => state.program?.troubles ?? NONE);
	const dismissed = useStore(stores.program, (state) => state.dismissedTroubles);
	const shown = troubles.filter((trouble) => !dismissed.has(readTroubleKey(trouble)));
	if (shown.length === 0) return null;
	return (
		<section aria-label={say("app.troubles")}>
			{shown.map((trouble) => (
				<Banner
					key={readTroubleKey(trouble)}
					tone="warning"
					icon={TriangleAlert}
					{...formatFailure(say, trouble)}
					dismiss={{
						label: say("app.dismiss"),
						onPress: () => stores.program.setState((state) => applyTroubleDismissed(state, trouble), true),
					}}
				/>
			))}
		</section>
	);
}
