import { MessagesSquare, RadioTower, Settings } from "lucide-react";
import { useStore } from "zustand";
import type { Action } from "../actions/action.ts";
import { readKeys } from "../actions/read-keys.ts";
import { useRunAction } from "../actions/use-action.ts";
import { openBroker, openConversations, openSettings } from "../actions/view-actions.ts";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import type { Section } from "../state/view-store.ts";
import type { Icon } from "../ui/icon.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./activity-bar.module.css";
import { ColumnToggles } from "./column-toggles.tsx";

const PLACES: readonly { readonly section: Section; readonly action: Action; readonly icon: Icon }[] = [
	{ section: "conversations", action: openConversations, icon: MessagesSquare },
	{ section: "broker", action: openBroker, icon: RadioTower },
	{ section: "settings", action: openSettings, icon: Settings },
];

/** The parts of the program, at the left edge. */
export function ActivityBar() {
	const say = useText();
	const run = useRunAction();
	const stores = useStores();
	const section = useStore(stores.view, (state) => state.section);
	const brokerRuns = useStore(stores.broker, (state) => state.broker.kind === "running");
	return (
		<nav className={styles["bar"]} aria-label={say("app.sections")}>
			{PLACES.map((place) => (
				<div key={place.section} className={styles[place.section]}>
					{place.section === "settings" ? <ColumnToggles /> : null}
					<IconButton
						icon={place.icon}
						label={say(place.action.label)}
						size="large"
						tooltipSide="right"
						current={section === place.section}
						onPress={() => run(place.action, undefined)}
						keys={readKeys(place.action)}
					/>
					{place.section === "broker" && brokerRuns ? (
						<span className={styles["running"]} role="img" aria-label={say("broker.running")} title={say("broker.running")} />
					) : null}
				</div>
			))}
		</nav>
	);
}
