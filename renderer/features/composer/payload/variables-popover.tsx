import { RefreshCw, Variable } from "lucide-react";
import { useEffect, useState } from "react";
import { decodeText } from "../../../../shared/payload/decode-text.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { findUnknownVariables, VARIABLE_NAMES } from "../../../../shared/payload/resolve-variables.ts";
import { createOrder } from "../../../actions/create-order.ts";
import { selectVersion } from "../../../actions/select-offer.ts";
import { useActionContext } from "../../../actions/use-action.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectComposer } from "../../../state/composer-store.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Popover } from "../../../ui/popover.tsx";
import { useChangeDraft, useComposer } from "../use-composer.ts";
import styles from "./variables-popover.module.css";

const WRITTEN: Readonly<Record<(typeof VARIABLE_NAMES)[number], string>> = {
	timestamp: "{{timestamp}}",
	iso: "{{iso}}",
	seq: "{{seq}}",
	uuid: "{{uuid}}",
	random: "{{random 1 100}}",
	clientId: "{{clientId}}",
};

/** The switch for variables, what there are, and what the message would be if it were sent now. */
export function VariablesPopover({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const isOn = useComposer(connectionId, (entry) => entry.draft.resolvesVariables);
	const format = useComposer(connectionId, (entry) => entry.draft.format);
	const change = useChangeDraft(connectionId);
	const isTopicOnly = format !== "text" && format !== "json";
	return (
		<Popover
			label={say(isOn ? "composer.variables.on" : "composer.variables.off")}
			title={say("composer.variables.title")}
			icon={Variable}
			size="small"
			align="start"
		>
			<div className={styles["body"]}>
				<Checkbox
					label={say("composer.variables.resolve")}
					checked={isOn}
					onChange={(resolvesVariables) => change({ resolvesVariables })}
					hint={say(
						!isOn ? "composer.variables.asTyped" : isTopicOnly ? "composer.variables.topicOnly" : "composer.variables.whenSent",
					)}
				/>
				<dl className={styles["list"]}>
					{VARIABLE_NAMES.map((name) => (
						<div key={name} className={styles["variable"]}>
							<dt>{WRITTEN[name]}</dt>
							<dd>{say(`composer.variables.name.${name}`)}</dd>
						</div>
					))}
					<div className={styles["variable"]}>
						<dt>{"{{!"}</dt>
						<dd>{say("composer.variables.literal")}</dd>
					</div>
				</dl>
				{isOn ? <Preview connectionId={connectionId} /> : null}
			</div>
		</Popover>
	);
}

const MOST_SHOWN = 2000;

interface Shown {
	readonly topic: string;
	readonly payload: string;
	/** Characters that are not shown. */
	readonly leftOut: number;
	readonly failure: string | null;
}

function Preview({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const context = useActionContext();
	const draft = useComposer(connectionId, (entry) => entry.draft);
	const [shown, setShown] = useState<Shown | null>(null);
	const [asked, setAsked] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again by a press
	useEffect(() => {
		let isGone = false;
		const read = async (): Promise<Shown> => {
			const { host, stores } = context;
			const { draft: now } = selectComposer(stores.composer.getState(), connectionId);
			const order = await createOrder(now, selectVersion(stores, connectionId));
			const answer = order.ok ? await host.link.request("message.preview", { connectionId, order: order.value }) : order;
			if (!answer.ok) return { topic: "", payload: "", leftOut: 0, failure: formatFailure(say, answer.failure).message };
			const { topic, payload } = answer.value;
			const text = decodeText(payload);
			const whole = text ?? "";
			const leftOut = Math.max(0, whole.length - MOST_SHOWN);
			return { topic: makeVisible(topic), payload: makeVisible(whole.slice(0, MOST_SHOWN)), leftOut, failure: null };
		};
		void read().then((next) => (isGone ? undefined : setShown(next)));
		return () => {
			isGone = true;
		};
	}, [context, connectionId, draft, asked, say]);
	const unknown = [...findUnknownVariables(draft.topic), ...findUnknownVariables(draft.text)];
	return (
		<section className={styles["preview"]} aria-label={say("composer.variables.preview")}>
			<div className={styles["head"]}>
				<h3>{say("composer.variables.preview")}</h3>
				<Button size="small" variant="ghost" icon={RefreshCw} onPress={() => setAsked((count) => count + 1)}>
					{say("composer.variables.again")}
				</Button>
			</div>
			{shown === null ? null : shown.failure !== null ? (
				<p className={styles["failure"]}>{shown.failure}</p>
			) : (
				<>
					<p className={styles["code"]}>{shown.topic}</p>
					{shown.payload === "" ? null : <pre className={styles["code"]}>{shown.payload}</pre>}
					{shown.leftOut === 0 ? null : <p>{say("conversation.payload.characters", { count: shown.leftOut })}</p>}
				</>
			)}
			{unknown.length === 0 ? null : (
				<p className={styles["warning"]}>
					{say("composer.variables.unknown", { names: makeVisible(unknown.slice(0, 5).join(", ")) })}
				</p>
			)}
		</section>
	);
}
