import { CircleAlert, Inbox, Info, TriangleAlert } from "lucide-react";
import { Banner } from "../../../renderer/ui/banner.tsx";
import { Button } from "../../../renderer/ui/button.tsx";
import { EmptyState } from "../../../renderer/ui/empty-state.tsx";
import { Skeleton } from "../../../renderer/ui/skeleton.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";

const LONG =
	"The broker presented a certificate that was issued for broker.internal.example.org, and the connection asked for 192.0.2.17; nothing was sent.";

export function WordGroup() {
	return (
		<KitGroup name="words" title="Banners and empty states">
			<KitRow name="Banner">
				<KitItem width="wide" label="info">
					<Banner tone="info" icon={Info} message="The engine is away." hint="Trying again." />
				</KitItem>
				<KitItem width="wide" label="warning, with a way to put it away">
					<Banner
						tone="warning"
						icon={TriangleAlert}
						message="The history was set aside."
						hint="It could not be read. The file is in the data folder."
						dismiss={{ label: "Dismiss", onPress: ignore }}
					/>
				</KitItem>
				<KitItem width="wide" label="danger, long, with a way out">
					<Banner tone="danger" icon={CircleAlert} message={LONG} hint="Check the host, or trust this certificate.">
						<Button size="small">Trust</Button>
						<Button size="small" variant="ghost">
							Edit…
						</Button>
					</Banner>
				</KitItem>
			</KitRow>
			<KitRow name="Skeleton">
				{(["lines", "rows", "talk"] as const).map((shape) => (
					<KitItem key={shape} width="middle" label={shape}>
						<Skeleton label="Loading…" shape={shape} delayMs={0} />
					</KitItem>
				))}
			</KitRow>
			<KitRow name="EmptyState">
				<KitItem width="wide">
					<EmptyState
						icon={Inbox}
						title="No messages yet"
						text="What arrives for the subscriptions, and what is published, stands here."
					>
						<Button variant="primary">New Subscription</Button>
					</EmptyState>
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
