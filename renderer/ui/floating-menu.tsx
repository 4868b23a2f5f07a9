import { Menu as Widget } from "@base-ui/react/menu";
import floatStyles from "./float.module.css";
import { type MenuItem, MenuItems } from "./menu-items.tsx";

export interface FloatingMenuProps {
	/** What it belongs to: an element, or a point on the page. */
	readonly anchor: Element | { readonly x: number; readonly y: number };
	/** Has the focus when the menu is closed; absent = the element that it belongs to. */
	readonly origin?: HTMLElement | null;
	readonly items: readonly MenuItem[];
	readonly onClose: () => void;
}

/** A menu without a button of its own, open as long as it is rendered: one for a long list, or at the pointer. */
export function FloatingMenu({ anchor, origin, items, onClose }: FloatingMenuProps) {
	const place =
		anchor instanceof Element ? anchor : { getBoundingClientRect: () => DOMRect.fromRect({ ...anchor, width: 0, height: 0 }) };
	const giver = origin ?? anchor;
	return (
		<Widget.Root open={true} modal={false} onOpenChange={(open) => (open ? undefined : onClose())}>
			<Widget.Portal>
				<Widget.Positioner className={floatStyles["positioner"]} anchor={place} align="start" sideOffset={4}>
					<Widget.Popup
						className={floatStyles["popup"]}
						finalFocus={() => !hasFocusElsewhere() && (giver instanceof HTMLElement && giver.isConnected ? giver : null)}
					>
						<MenuItems items={items} />
					</Widget.Popup>
				</Widget.Positioner>
			</Widget.Portal>
		</Widget.Root>
	);
}

/** What the menu did may have taken the focus where it belongs now. */
function hasFocusElsewhere(): boolean {
	const focused = document.activeElement;
	return focused !== null && focused !== document.body && focused.closest("[role=menu]") === null;
}
