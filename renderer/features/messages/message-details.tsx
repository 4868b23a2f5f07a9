import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Failure } from "../../../shared/model/failure.ts";
import type { Message } from "../../../shared/model/message.ts";
import { copyPayload, copyTopic } from "../../actions/copy-message.ts";
import { publishAgain } from "../../actions/publish-again.ts";
import { useActionContext, useRunAction } from "../../actions/use-action.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MessageFacts } from "./message-facts.tsx";
import { PayloadView } from "./payload-view.tsx";
import type { RowTexts } from "./row-texts.ts";

/** One message, whole: read from the engine when it is asked for, forgotten when it is closed. */
export function MessageDetails({ connectionId, texts }: { readonly connectionId: string; readonly texts: RowTexts }) {
	const stores = useStores();
	const seq = useStore(stores.conversation, (state) => state.detailsSeq);
	return seq === null ? null : <OpenedDetails key={seq} connectionId={connectionId} seq={seq} texts={texts} />;
}

function OpenedDetails(props: { readonly connectionId: string; readonly seq: number; readonly texts: RowTexts }) {
	const { connectionId, seq, texts } = props;
	const say = useText();
	const { i18n } = useTranslation();
	const stores = useStores();
	const { host } = useActionContext();
	const run = useRunAction();
	const [message, setMessage] = useState<Message | null>(null);
	const [failure, setFailure] = useState<Failure | null>(null);
	useEffect(() => {
		const asked = new AbortController();
		void host.link.request("message.read", { connectionId, seq }, asked.signal).then((read) => {
			if (asked.signal.aborted) return;
			if (read.ok) setMessage(read.value);
			else setFailure(read.failure);
		});
		return () => asked.abort();
	}, [connectionId, seq, host]);
	const close = () => stores.conversation.setState({ detailsSeq: null });
	const subject = message === null ? null : { connectionId, message };
	const trouble = failure === null ? null : formatFailure(say, failure);

	return (
		<Dialog
			title={say("conversation.details.title")}
			size="large"
			onClose={close}
			closeLabel={say("common.close")}
			footer={
				subject === null ? null : (
					<>
						<Button onPress={() => run(copyTopic, subject)}>{say(copyTopic.label)}</Button>
						<Button onPress={() => run(copyPayload, subject)}>{say(copyPayload.label)}</Button>
						<Button
							disabled={!publishAgain.when(stores, subject)}
							onPress={() => {
								run(publishAgain, subject);
								close();
							}}
						>
							{say(publishAgain.label)}
						</Button>
					</>
				)
			}
		>
			{trouble === null ? null : (
				<p role="alert">
					{trouble.message} {trouble.hint}
				</p>
			)}
			{message === null ? null : (
				<>
					<MessageFacts message={message} texts={texts} language={i18n.language} />
					<PayloadView payload={message.payload} />
				</>
			)}
		</Dialog>
	);
}
