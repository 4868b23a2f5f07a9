import { Copy, EllipsisVertical, Info, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../renderer/ui/button.tsx";
import { type Command, CommandDialog } from "../../../renderer/ui/command-dialog.tsx";
import { ConfirmDialog } from "../../../renderer/ui/confirm-dialog.tsx";
import { Dialog } from "../../../renderer/ui/dialog.tsx";
import { FloatingMenu } from "../../../renderer/ui/floating-menu.tsx";
import { Menu } from "../../../renderer/ui/menu.tsx";
import type { MenuItem } from "../../../renderer/ui/menu-items.tsx";
import { Popover } from "../../../renderer/ui/popover.tsx";
import { TextField } from "../../../renderer/ui/text-field.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";

const ITEMS: readonly MenuItem[] = [
	{ id: "copy", label: "Copy topic", icon: Copy, keys: "Ctrl+C", onPress: ignore },
	{ id: "edit", label: "Edit…", icon: Pencil, onPress: ignore },
	{ id: "off", label: "Publish again", disabled: true, reason: "Not connected", onPress: ignore },
	{ id: "topic", label: "Topic", checked: true, separated: true, onPress: ignore },
	{ id: "size", label: "Size", checked: false, onPress: ignore },
	{ id: "delete", label: "Delete…", icon: Trash2, danger: true, separated: true, onPress: ignore },
];

const COMMANDS: readonly Command[] = [
	{ id: "subscribe", label: "New Subscription", group: "Connection", keys: "Ctrl+Alt+S" },
	{ id: "disconnect", label: "Disconnect", group: "Connection", keys: null },
	{ id: "search", label: "Search messages", group: "Messages", keys: "Ctrl+F" },
	{ id: "hall", label: "A connection whose name is longer than any column is wide", group: "Go to", keys: null },
];

/** What opens: each by its own button, because only one of them can be open. */
export function FloatGroup() {
	const [open, setOpen] = useState<"dialog" | "confirm" | "commands" | null>(null);
	const [query, setQuery] = useState("");
	const [anchor, setAnchor] = useState<Element | null>(null);
	const close = () => setOpen(null);
	return (
		<KitGroup name="floats" title="What opens">
			<KitRow name="Menu, Popover">
				<KitItem label="menu">
					<Menu label="More actions" icon={EllipsisVertical} items={ITEMS} align="start" />
				</KitItem>
				<KitItem label="popover">
					<Popover label="Granted" title="What the broker granted" icon={Info}>
						<p>Session present, maximum QoS 2, no shared subscriptions.</p>
					</Popover>
				</KitItem>
			</KitRow>
			<KitRow name="FloatingMenu">
				<KitItem>
					<Button onPress={() => setAnchor(document.activeElement)}>Open the floating menu</Button>
					{anchor === null ? null : <FloatingMenu anchor={anchor} items={ITEMS} onClose={() => setAnchor(null)} />}
				</KitItem>
			</KitRow>
			<KitRow name="Dialog, ConfirmDialog, CommandDialog">
				<KitItem>
					<Button onPress={() => setOpen("dialog")}>Open the dialog</Button>
				</KitItem>
				<KitItem>
					<Button onPress={() => setOpen("confirm")}>Open the question</Button>
				</KitItem>
				<KitItem>
					<Button onPress={() => setOpen("commands")}>Open the commands</Button>
				</KitItem>
			</KitRow>
			{open === "dialog" ? (
				<Dialog
					title="New Subscription"
					onClose={close}
					closeLabel="Cancel"
					footer={
						<>
							<Button onPress={close}>Cancel</Button>
							<Button variant="primary" onPress={close}>
								Subscribe
							</Button>
						</>
					}
				>
					<TextField label="Topic filter" value="sensor/+/temperature" onChange={ignore} mono={true} />
				</Dialog>
			) : null}
			{open === "commands" ? (
				<CommandDialog
					label="Commands"
					placeholder="Command or connection…"
					emptyText="Nothing matches."
					query={query}
					onQueryChange={setQuery}
					commands={COMMANDS.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))}
					onTake={close}
					onClose={close}
					isCloseKey={() => false}
				/>
			) : null}
			{open === "confirm" ? (
				<ConfirmDialog
					title="Delete “Simple Demo”?"
					text="Its 12,345 messages go with it. This cannot be undone."
					confirmLabel="Delete"
					cancelLabel="Cancel"
					onConfirm={close}
					onClose={close}
				/>
			) : null}
		</KitGroup>
	);
}
