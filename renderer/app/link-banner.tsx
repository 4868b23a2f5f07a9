import { RefreshCw, Unlink } from "lucide-react";
import { useStore } from "zustand";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

/** While the page has no link to its engine: that it returns by itself, or that it must be reloaded. */
export function LinkBanner() {
	const say = useText();
	const stores = useStores();
	const kind = useStore(stores.link, (state) => state.link.kind);
	const wasOpen = useStore(stores.link, (state) => state.wasOpen);
	if (kind === "stale") {
		return (
			<Banner tone="warning" icon={RefreshCw} message={say("app.stale")} hint={say("app.staleHint")}>
				<Button size="small" onPress={() => location.reload()}>
					{say("app.reload")}
				</Button>
			</Banner>
		);
	}
	if (kind === "open" || !wasOpen) return null;
	return <Banner tone="warning" icon={Unlink} message={say("app.linkClosed")} hint={say("app.linkClosedHint")} />;
}
