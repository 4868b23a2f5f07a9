import { Bell, BellOff, Pencil, Power, PowerOff, Trash2 } from "lucide-react";
import type { Action } from "../../actions/action.ts";
import {
	disableSubscription,
	editSubscription,
	enableSubscription,
	muteSubscription,
	removeSubscription,
	type SubscriptionSubject,
	unmuteSubscription,
} from "../../actions/subscription-actions.ts";
import type { SayText } from "../../i18n/use-text.ts";
import type { Stores } from "../../state/create-stores.ts";
import type { Icon } from "../../ui/icon.ts";
import type { MenuItem } from "../../ui/menu-items.tsx";

interface Entry {
	readonly action: Action<SubscriptionSubject>;
	readonly icon: Icon;
	/** Of two that undo each other only the one that can be done now is there. */
	readonly isSwitch?: boolean;
	readonly danger?: boolean;
}

const ENTRIES: readonly Entry[] = [
	{ action: editSubscription, icon: Pencil },
	{ action: disableSubscription, icon: PowerOff, isSwitch: true },
	{ action: enableSubscription, icon: Power, isSwitch: true },
	{ action: muteSubscription, icon: BellOff, isSwitch: true },
	{ action: unmuteSubscription, icon: Bell, isSwitch: true },
	{ action: removeSubscription, icon: Trash2, danger: true },
];

/** What can be done with one subscription; the same for the menu of its button and for the one at the pointer. */
export function readSubscriptionItems(
	say: SayText,
	stores: Stores,
	subject: SubscriptionSubject,
	run: (action: Action<SubscriptionSubject>, subject: SubscriptionSubject) => void,
): readonly MenuItem[] {
	return ENTRIES.filter(({ action, isSwitch }) => isSwitch !== true || action.when(stores, subject)).map(
		({ action, icon, danger = false }) => ({
			id: action.id,
			label: say(action.label),
			icon,
			danger,
			separated: danger,
			onPress: () => run(action, subject),
		}),
	);
}
