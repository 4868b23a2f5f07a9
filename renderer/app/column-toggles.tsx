import { ListCollapse, ListTree, PanelLeftClose, PanelLeftOpen, PanelRight } from "lucide-react";
import { useStore } from "zustand";
import { toggleInspector } from "../actions/inspector-actions.ts";
import { toggleConnections, toggleSubscriptions } from "../actions/layout-actions.ts";
import { readKeys } from "../actions/read-keys.ts";
import { useAction } from "../actions/use-action.ts";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** Which columns stand beside the conversation; nothing where there is none. */
export function ColumnToggles() {
	const say = useText();
	const stores = useStores();
	const { hidden } = useStore(stores.layout);
	const isInspecting = useStore(stores.inspector, (state) => state.isOpen);
	const connectionId = useStore(stores.view, (state) => state.openConnectionId) ?? "";
	const connections = useAction(toggleConnections, undefined);
	const subscriptions = useAction(toggleSubscriptions, { connectionId });
	const inspector = useAction(toggleInspector, { connectionId });
	if (!connections.can || !subscriptions.can) return null;
	return (
		<>
			<IconButton
				icon={hidden.includes("connections") ? PanelLeftOpen : PanelLeftClose}
				label={say(toggleConnections.labelNow?.(stores) ?? toggleConnections.label)}
				tooltipSide="right"
				onPress={connections.run}
				keys={readKeys(toggleConnections)}
			/>
			<IconButton
				icon={hidden.includes("subscriptions") ? ListTree : ListCollapse}
				label={say(toggleSubscriptions.labelNow?.(stores) ?? toggleSubscriptions.label)}
				tooltipSide="right"
				onPress={subscriptions.run}
				keys={readKeys(toggleSubscriptions)}
			/>
			<IconButton
				icon={PanelRight}
				label={say(toggleInspector.label)}
				tooltipSide="right"
				pressed={isInspecting}
				onPress={inspector.run}
				keys={readKeys(toggleInspector)}
			/>
		</>
	);
}
