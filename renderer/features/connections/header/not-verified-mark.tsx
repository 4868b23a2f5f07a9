import { ShieldOff } from "lucide-react";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { useText } from "../../../i18n/use-text.ts";
import styles from "./connection-header.module.css";

/** Stands beside the address as long as anybody could be at its other end. */
export function NotVerifiedMark({ profile: { protocol, tls } }: { readonly profile: ConnectionProfile }) {
	const say = useText();
	const isTls = protocol === "mqtts" || protocol === "wss";
	if (!isTls || tls.verifyServer || tls.pinnedFingerprint !== null) return null;
	return (
		<span className={styles["unverified"]} title={say("connection.notVerifiedHint")}>
			<ShieldOff className={styles["unverifiedIcon"]} aria-hidden={true} />
			{say("connection.notVerified")}
		</span>
	);
}
