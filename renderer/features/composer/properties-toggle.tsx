import { SlidersHorizontal } from "lucide-react";
import { useStore } from "zustand";
import { countProperties, parseProperties } from "../../actions/parse-properties.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./composer.module.css";
import { useComposer } from "./use-composer.ts";

export interface PropertiesToggleProps {
	readonly connectionId: string;
	/** The element that it folds. */
	readonly panelId: string;
	readonly isFive: boolean;
}

/** Folds the properties of MQTT 5, and says how many of them would be sent. */
export function PropertiesToggle({ connectionId, panelId, isFive }: PropertiesToggleProps) {
	const say = useText();
	const stores = useStores();
	const isOpen = useStore(stores.composer, (state) => state.showsProperties);
	const properties = useComposer(connectionId, (entry) => entry.draft.properties);
	const { properties: set, problems } = parseProperties(properties);
	const count = countProperties(set) + problems.length;
	const isShown = isOpen && isFive;
	return (
		<Button
			variant="ghost"
			size="small"
			icon={SlidersHorizontal}
			disabled={!isFive}
			title={say(isFive ? "composer.propertiesHint" : "composer.propertiesNeedFive")}
			expanded={isShown}
			controls={panelId}
			onPress={() => stores.composer.setState({ showsProperties: !isOpen })}
		>
			{/* A count is never folded away. */}
			{count === 0 || !isFive ? (
				<span className={styles["foldsLast"]}>{say("composer.properties")}</span>
			) : (
				say("composer.propertiesCount", { count })
			)}
		</Button>
	);
}
