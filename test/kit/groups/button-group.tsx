import { Bell, Copy, Plus, Settings, Trash2 } from "lucide-react";
import { Button, type ButtonProps } from "../../../renderer/ui/button.tsx";
import { IconButton } from "../../../renderer/ui/icon-button.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";

const VARIANTS = ["primary", "secondary", "ghost", "danger"] as const;
const STATES = ["hover", "focus", "active"] as const;
const LONG = "Disconnect and send the last will to everybody who has subscribed";

function Sample(props: Omit<ButtonProps, "children">) {
	return <Button {...props}>Publish</Button>;
}

export function ButtonGroup() {
	return (
		<KitGroup name="buttons" title="Buttons">
			{VARIANTS.map((variant) => (
				<KitRow key={variant} name={`Button, ${variant}`}>
					<KitItem label="rest">
						<Sample variant={variant} />
					</KitItem>
					{STATES.map((show) => (
						<KitItem key={show} show={show}>
							<Sample variant={variant} />
						</KitItem>
					))}
					<KitItem label="disabled">
						<Sample variant={variant} disabled={true} />
					</KitItem>
					<KitItem label="icon">
						<Sample variant={variant} icon={Plus} />
					</KitItem>
					<KitItem label="small">
						<Sample variant={variant} size="small" icon={Plus} />
					</KitItem>
				</KitRow>
			))}
			<KitRow name="Button, long">
				<KitItem width="middle" label="no room">
					<Button icon={Trash2}>{LONG}</Button>
				</KitItem>
				<KitItem width="middle" label="wide">
					<Button wide={true} variant="primary">
						New Connection
					</Button>
				</KitItem>
			</KitRow>
			<KitRow name="IconButton">
				<KitItem label="rest">
					<IconButton label="Copy" icon={Copy} onPress={ignore} />
				</KitItem>
				{STATES.map((show) => (
					<KitItem key={show} show={show}>
						<IconButton label={`Copy (${show})`} icon={Copy} onPress={ignore} />
					</KitItem>
				))}
				<KitItem label="disabled">
					<IconButton label="Copy (disabled)" icon={Copy} onPress={ignore} disabled={true} />
				</KitItem>
				<KitItem label="pressed">
					<IconButton label="Follow" icon={Bell} onPress={ignore} pressed={true} />
				</KitItem>
				<KitItem label="current">
					<IconButton label="Settings" icon={Settings} onPress={ignore} current={true} />
				</KitItem>
				<KitItem label="small">
					<IconButton label="Copy (small)" icon={Copy} onPress={ignore} size="small" />
				</KitItem>
				<KitItem label="large">
					<IconButton label="Copy (large)" icon={Copy} onPress={ignore} size="large" />
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
