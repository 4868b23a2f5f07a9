import { RefreshCw, TriangleAlert } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** What stands there after a bug of the page's own. */
export function CrashPage() {
	const say = useText();
	return (
		<main role="alert">
			<EmptyState icon={TriangleAlert} title={say("app.crashed")} text={say("app.crashedHint")}>
				<Button variant="primary" icon={RefreshCw} onPress={() => location.reload()}>
					{say("app.reload")}
				</Button>
			</EmptyState>
		</main>
	);
}
