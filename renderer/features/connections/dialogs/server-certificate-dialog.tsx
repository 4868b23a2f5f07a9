import { ShieldCheck } from "lucide-react";
import { useRef } from "react";
import { useStore } from "zustand";
import { trustCertificate } from "../../../actions/connection-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectConnectionState, selectRefusedChain } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { CertificateFactsList } from "./certificate-facts-list.tsx";
import styles from "./server-certificate-dialog.module.css";

/** What the server presented and why it was refused; and the way to trust its own certificate from now on. */
export function ServerCertificateDialog(props: { readonly connectionId: string; readonly onClose: () => void }) {
	const { connectionId, onClose } = props;
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const close = useRef<HTMLButtonElement>(null);
	const chain = useStore(stores.connections, (state) => selectRefusedChain(state, connectionId));
	const state = useStore(stores.connections, (connections) => selectConnectionState(connections, connectionId));
	const failure = state.kind === "failed" || state.kind === "waiting" ? state.failure : null;
	if (chain === null || failure === null) return null;
	const [own] = chain;
	const cause = failure.detail?.["cause"];
	return (
		<Dialog
			title={say("connection.certificate.title")}
			onClose={onClose}
			closeLabel={say("common.close")}
			initialFocus={close}
			footer={
				<>
					<Button ref={close} onPress={onClose}>
						{say("common.cancel")}
					</Button>
					{own === undefined ? null : (
						<Button
							icon={ShieldCheck}
							onPress={() => {
								onClose();
								run(trustCertificate, { connectionId, fingerprint: own.fingerprint });
							}}
						>
							{say(trustCertificate.label)}
						</Button>
					)}
				</>
			}
		>
			<p className={styles["verdict"]}>{formatFailure(say, failure).message}</p>
			{cause === undefined ? null : <p className={styles["cause"]}>{cause}</p>}
			{own === undefined ? <p>{say("connection.certificate.none")}</p> : <p>{say("connection.certificate.trustHint")}</p>}
			{chain.map((facts, index) => (
				<CertificateFactsList
					key={facts.fingerprint}
					title={say(index === 0 ? "connection.certificate.own" : "connection.certificate.signer", { number: index })}
					facts={facts}
				/>
			))}
		</Dialog>
	);
}
