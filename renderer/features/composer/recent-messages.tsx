import { History } from "lucide-react";
import { useState } from "react";
import type { PublishedMessage } from "../../../shared/model/message.ts";
import { decodeText } from "../../../shared/payload/decode-text.ts";
import { hasManyControls } from "../../../shared/payload/detect-payload.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { publishAgain } from "../../actions/publish-again.ts";
import { readRecentMessages } from "../../actions/read-recent-messages.ts";
import { useActionContext, useRunAction } from "../../actions/use-action.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import { Menu } from "../../ui/menu.tsx";
import { readFirstLine } from "./read-first-line.ts";

/** The messages that were sent last, to be loaded into the composer. They are asked for when the menu opens. */
export function RecentMessages({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const language = useLanguage();
	const context = useActionContext();
	const run = useRunAction();
	const [messages, setMessages] = useState<readonly PublishedMessage[]>([]);
	const [emptyText, setEmptyText] = useState("");
	const load = async (isOpen: boolean) => {
		if (!isOpen) return;
		const recent = await readRecentMessages(context.host.link, connectionId);
		setMessages(recent.ok ? recent.messages : []);
		setEmptyText(recent.ok ? say("composer.recentEmpty") : formatFailure(say, recent.failure).message);
	};
	return (
		<Menu
			label={say("composer.recent")}
			icon={History}
			align="start"
			size="small"
			emptyText={emptyText}
			onOpenChange={(isOpen) => void load(isOpen)}
			items={messages.map((message) => {
				const subject = { connectionId, message };
				const can = publishAgain.when(context.stores, subject);
				return {
					id: String(message.seq),
					label: makeVisible(message.topic),
					title: can ? undefined : say("composer.recentRefused"),
					disabled: !can,
					detail: { text: describePayload(message), note: describeOptions(message) },
					onPress: () => run(publishAgain, subject),
				};
			})}
		/>
	);

	function describePayload({ payload, payloadBytes }: PublishedMessage): string {
		if (payloadBytes === 0) return say("composer.recentNoPayload");
		const text = decodeText(payload, payload.byteLength < payloadBytes);
		if (text === null || hasManyControls(text))
			return say("composer.recentBinary", { size: formatBytes(payloadBytes, language) });
		return makeVisible(readFirstLine(text));
	}

	function describeOptions({ qos, retain }: PublishedMessage): string {
		return retain ? `QoS ${qos} · ${say("composer.retain")}` : `QoS ${qos}`;
	}
}
