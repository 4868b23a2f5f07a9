import { ArrowRight, KeyRound, Pencil, Plug, ScrollText, TriangleAlert } from "lucide-react";
import { useStore } from "zustand";
import type { ServerAddress } from "../../../../shared/model/parse-server-reference.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { connect, editConnection, enterSecrets, showCertificate } from "../../../actions/connection-actions.ts";
import { askRedirect, readRedirect } from "../../../actions/redirect-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectConnectionState } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";

/** Why the connection failed, or why it waits for another attempt: a sentence, the next step, and the button for it. */
export function FailureBanner({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const state = useStore(stores.connections, (connections) => selectConnectionState(connections, connectionId));
	if (state.kind !== "failed" && state.kind !== "waiting") return null;
	const { message, hint } = formatFailure(say, state.failure);
	const gaveUpAfter = state.kind === "failed" ? state.gaveUpAfter : undefined;
	const gaveUp = gaveUpAfter === undefined ? "" : ` ${say("connection.gaveUp", { count: gaveUpAfter })}`;
	const reference = state.failure.detail?.["serverReference"];
	const named = reference === undefined ? "" : ` ${say("connection.redirect.named", { server: makeVisible(String(reference)) })}`;
	const target = readRedirect(stores, connectionId);
	const subject = { connectionId };
	return (
		<Banner
			tone={state.kind === "failed" ? "danger" : "warning"}
			icon={TriangleAlert}
			message={`${message}${named}${gaveUp}`}
			hint={hint}
		>
			{state.failure.code === "secrets-needed" ? (
				<Button icon={KeyRound} onPress={() => run(enterSecrets, subject)}>
					{say(enterSecrets.label)}
				</Button>
			) : (
				<>
					{state.failure.certificates === undefined ? null : (
						<Button size="small" icon={ScrollText} onPress={() => run(showCertificate, subject)}>
							{say(showCertificate.label)}
						</Button>
					)}
					{target === null ? null : (
						<Button size="small" icon={ArrowRight} onPress={() => run(askRedirect, subject)}>
							{say(askRedirect.label, { address: formatServer(target) })}
						</Button>
					)}
					<Button size="small" icon={Pencil} onPress={() => run(editConnection, subject)}>
						{say(editConnection.label)}
					</Button>
					{state.kind === "failed" ? (
						<Button size="small" icon={Plug} onPress={() => run(connect, subject)}>
							{say("action.connectAgain")}
						</Button>
					) : null}
				</>
			)}
		</Banner>
	);
}

/** As the broker names it: without a port where it named none. */
function formatServer({ host, port }: ServerAddress): string {
	const shown = host.includes(":") ? `[${host}]` : host;
	return port === null ? shown : `${shown}:${port}`;
}
