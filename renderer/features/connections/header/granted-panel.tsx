import { Handshake } from "lucide-react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { type Granted, SESSION_NEVER_EXPIRES } from "../../../../shared/model/connection.ts";
import { formatDuration } from "../../../i18n/format-duration.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { type SayText, useText } from "../../../i18n/use-text.ts";
import { selectGranted } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./granted-panel.module.css";

/** What CONNACK said, all of it; there while connected. */
export function GrantedPanel({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const granted = useStore(stores.connections, (connections) => selectGranted(connections, connectionId));
	if (granted === null) return null;
	return (
		<Popover label={say("granted.button")} title={say("granted.title")} icon={Handshake}>
			<dl className={styles["facts"]}>
				{readFacts(say, granted, language).map(([term, value]) => (
					<div key={term} className={styles["fact"]}>
						<dt className={styles["term"]}>{term}</dt>
						<dd className={styles["value"]}>{value}</dd>
					</div>
				))}
			</dl>
		</Popover>
	);
}

function readFacts(say: SayText, granted: Granted, language: string): readonly (readonly [string, ReactNode])[] {
	const number = (value: number) => value.toLocaleString(language);
	const isOffered = (offered: boolean) => say(offered ? "granted.available" : "granted.unavailable");
	return [
		[say("granted.sessionPresent"), say(granted.sessionPresent ? "common.yes" : "common.no")],
		[
			say("granted.clientId"),
			granted.clientIdAssigned ? say("granted.clientIdAssigned", { clientId: granted.clientId }) : granted.clientId,
		],
		[say("granted.keepAlive"), formatKeepAlive(say, granted)],
		[say("granted.sessionExpiry"), formatExpiry(say, granted.sessionExpirySeconds)],
		[say("granted.maximumQos"), granted.maximumQos],
		[say("granted.retain"), isOffered(granted.retainAvailable)],
		[say("granted.wildcard"), isOffered(granted.wildcardAvailable)],
		[say("granted.shared"), isOffered(granted.sharedAvailable)],
		[say("granted.identifiers"), isOffered(granted.identifiersAvailable)],
		[say("granted.receiveMaximum"), number(granted.receiveMaximum)],
		[say("granted.topicAliasMaximum"), number(granted.topicAliasMaximum)],
		[
			say("granted.maximumPacket"),
			granted.maximumPacketBytes === null ? say("granted.noLimit") : `${number(granted.maximumPacketBytes)} B`,
		],
		...readOptional(say("granted.responseInformation"), granted.responseInformation),
		...readOptional(say("granted.serverReference"), granted.serverReference),
		...readOptional(say("granted.reasonString"), granted.reasonString),
		...readOptional(
			say("granted.userProperties"),
			granted.userProperties.length === 0 ? null : granted.userProperties.map(({ key, value }) => `${key}: ${value}`).join("\n"),
		),
	];
}

/** What a broker need not send has no row where it did not. */
function readOptional(term: string, value: string | null): readonly (readonly [string, string])[] {
	return value === null ? [] : [[term, value]];
}

function formatKeepAlive(say: SayText, { keepAliveSeconds, keepAliveFromServer }: Granted): string {
	const duration = keepAliveSeconds === 0 ? say("granted.off") : formatDuration(say, keepAliveSeconds);
	return keepAliveFromServer ? say("granted.keepAliveServer", { duration }) : duration;
}

function formatExpiry(say: SayText, seconds: number): string {
	if (seconds === 0) return say("granted.atDisconnect");
	return seconds === SESSION_NEVER_EXPIRES ? say("granted.never") : formatDuration(say, seconds);
}
