import { Badge } from "../../../renderer/ui/badge.tsx";
import { Mark } from "../../../renderer/ui/mark.tsx";
import { MiddleEllipsis } from "../../../renderer/ui/middle-ellipsis.tsx";
import { StatusDot } from "../../../renderer/ui/status-dot.tsx";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";
import { MARKS } from "../marks.ts";

const TONES = ["success", "progress", "waiting", "danger", "idle"] as const;
const TOPIC = "factory/hall-7/line-3/press-12/bearing/temperature/celsius";

export function SignGroup() {
	return (
		<KitGroup name="signs" title="Signs">
			<KitRow name="StatusDot">
				{TONES.map((tone) => (
					<KitItem key={tone} label={tone}>
						<StatusDot tone={tone} label={tone} />
					</KitItem>
				))}
			</KitRow>
			<KitRow name="Badge">
				{[1, 42, 9999, 12_345].map((count) => (
					<KitItem key={count}>
						<Badge count={count} label={`${count} unread`} />
					</KitItem>
				))}
			</KitRow>
			<KitRow name="Mark">
				{MARKS.map((colour) => (
					<KitItem key={colour} label={colour}>
						<Mark colour={colour} /> <Mark colour={colour} size="large" />
					</KitItem>
				))}
			</KitRow>
			<KitRow name="MiddleEllipsis">
				<KitItem width="middle" label="short">
					<MiddleEllipsis text="sensor/1" />
				</KitItem>
				<KitItem width="middle" label="no room">
					<MiddleEllipsis text={TOPIC} />
				</KitItem>
				<KitItem width="middle" label="no room, monospaced">
					<MiddleEllipsis text={TOPIC} mono={true} />
				</KitItem>
				<KitItem width="wide" label="room">
					<MiddleEllipsis text={TOPIC} />
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
