import { CornerDownRight, Hourglass, TimerOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { AnswerFound } from "../../../../shared/contract/request.ts";
import type { Message, PublishedMessage } from "../../../../shared/model/message.ts";
import { previewPayload } from "../../../../shared/payload/preview-payload.ts";
import { inspectMessage } from "../../../actions/inspector-actions.ts";
import { useActionContext, useRunAction } from "../../../actions/use-action.ts";
import { formatElapsed } from "../../../i18n/format-time.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import styles from "./request-thread.module.css";

/** A request is out of date with its own expiry; one without is given so long. */
const USUAL_SECONDS = 10;

export function isRequest(row: Message): row is PublishedMessage {
	return row.kind === "published" && row.properties?.responseTopic !== undefined && row.properties.correlationData !== undefined;
}

type Found = AnswerFound & { readonly preview: string };

/** What became of a request, under it: its answer with the time that it took, or that there is none. A late one still counts. */
export function RequestThread({ row }: { readonly row: PublishedMessage }) {
	const say = useText();
	const run = useRunAction();
	const stores = useStores();
	const { host } = useActionContext();
	const connectionId = stores.conversation.getState().connectionId;
	const seconds = row.properties?.messageExpirySeconds ?? USUAL_SECONDS;
	const [answer, setAnswer] = useState<Found | null>(null);
	const [isLate, setIsLate] = useState(() => Date.now() - row.at >= seconds * 1000);

	useEffect(() => {
		if (connectionId === null) return;
		const giveUp = new AbortController();
		const read = async () => {
			const found = await host.link.request("request.awaitAnswer", { connectionId, seq: row.seq }, giveUp.signal);
			if (!found.ok || found.value === null) return;
			const message = await host.link.request("message.read", { connectionId, seq: found.value.seq }, giveUp.signal);
			if (giveUp.signal.aborted) return;
			const preview = message.ok ? readPreview(message.value) : "";
			setAnswer({ ...found.value, preview });
		};
		void read();
		return () => giveUp.abort();
	}, [host, connectionId, row.seq]);

	useEffect(() => {
		const timer = setTimeout(() => setIsLate(true), Math.min(0x7fff_ffff, Math.max(0, row.at + seconds * 1000 - Date.now())));
		return () => clearTimeout(timer);
	}, [row.at, seconds]);

	if (answer !== null && connectionId !== null) {
		return (
			<button
				type="button"
				tabIndex={-1}
				className={styles["answer"]}
				title={say("request.showAnswer")}
				onClick={(event) => {
					// The row itself is pressed to look at the request.
					event.stopPropagation();
					run(inspectMessage, { connectionId, seq: answer.seq });
				}}
			>
				<CornerDownRight className={styles["icon"]} aria-hidden={true} />
				<span>{say("request.answered", { time: formatElapsed(answer.afterMs) })}</span>
				<span className={styles["preview"]}>{answer.preview}</span>
			</button>
		);
	}
	const Icon = isLate ? TimerOff : Hourglass;
	return (
		<p className={styles["none"]}>
			<Icon className={styles["icon"]} aria-hidden={true} />
			{isLate ? say("request.noAnswer", { seconds }) : say("request.waiting")}
		</p>
	);
}

function readPreview({ payload, payloadBytes }: Message): string {
	const preview = previewPayload(payload.subarray(0, 200), payloadBytes);
	return preview.kind === "empty" ? "" : (preview.text.split("\n", 1)[0] ?? "");
}
