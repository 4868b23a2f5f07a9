import { Play, Plug, Square } from "lucide-react";
import { useStore } from "zustand";
import type { LocalBrokerState } from "../../../shared/model/local-broker.ts";
import { connectToBroker, startBroker, stopBroker } from "../../actions/broker-actions.ts";
import { useAction } from "../../actions/use-action.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import { StatusDot, type StatusTone } from "../../ui/status-dot.tsx";
import styles from "./broker-panel.module.css";

const TONES: Readonly<Record<LocalBrokerState["kind"], StatusTone>> = {
	stopped: "idle",
	starting: "progress",
	running: "success",
	failed: "danger",
};

/** The built-in broker: whether it runs, where, and a way into a conversation with it. */
export function BrokerPanel() {
	const say = useText();
	const stores = useStores();
	const broker = useStore(stores.broker, (state) => state.broker);
	const starting = useAction(startBroker, undefined);
	const stopping = useAction(stopBroker, undefined);
	const connecting = useAction(connectToBroker, undefined);
	return (
		<section className={styles["page"]} aria-labelledby="broker-title">
			<h1 id="broker-title" className={styles["title"]}>
				{say("broker.title")}
			</h1>
			<p className={styles["text"]}>{say("broker.text")}</p>
			<div className={styles["card"]}>
				<div className={styles["head"]}>
					<span className={styles["status"]} role="status">
						<StatusDot tone={TONES[broker.kind]} />
						{say(`broker.${broker.kind}`)}
					</span>
					<div className={styles["actions"]}>
						{broker.kind === "running" ? (
							<>
								<Button variant="primary" icon={Plug} onPress={connecting.run}>
									{say(connectToBroker.label)}
								</Button>
								<Button icon={Square} onPress={stopping.run}>
									{say("broker.stop")}
								</Button>
							</>
						) : (
							<Button variant="primary" icon={Play} onPress={starting.run} disabled={!starting.can}>
								{say("broker.start")}
							</Button>
						)}
					</div>
				</div>
				{broker.kind === "running" ? (
					<dl className={styles["facts"]}>
						<dt>{say("broker.tcp")}</dt>
						<dd className={styles["address"]}>{`mqtt://${broker.host}:${broker.tcpPort}`}</dd>
						<dt>{say("broker.webSocket")}</dt>
						<dd className={styles["address"]}>{`ws://${broker.host}:${broker.webSocketPort}/mqtt`}</dd>
						<dt>{say("broker.clients")}</dt>
						<dd>{broker.clients}</dd>
					</dl>
				) : null}
				{broker.kind === "failed" ? (
					<p className={styles["failure"]}>{Object.values(formatFailure(say, broker.failure)).join(" ")}</p>
				) : null}
			</div>
		</section>
	);
}
