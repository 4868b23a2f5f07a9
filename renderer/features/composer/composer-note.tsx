import type { ReactNode } from "react";
import { useStore } from "zustand";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { findUnknownVariables, hasVariables } from "../../../shared/payload/resolve-variables.ts";
import { checkTopicName } from "../../../shared/topic/check-topic.ts";
import { parseProperties } from "../../actions/parse-properties.ts";
import { readOversize, selectVersion } from "../../actions/select-offer.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import type { TextKey } from "../../i18n/text-key.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import type { ComposerDraft } from "../../state/composer-draft.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./composer.module.css";
import { useJsonProblem } from "./payload/use-json-problem.ts";
import { useComposer, useOffer } from "./use-composer.ts";

/** By the names that the parsed properties have for their problems. */
const PROPERTY_NAMES: Readonly<Record<string, TextKey>> = {
	messageExpiry: "inspector.property.messageExpirySeconds",
	topicAlias: "inspector.property.topicAlias",
	contentType: "inspector.property.contentType",
	responseTopic: "inspector.property.responseTopic",
	correlation: "inspector.property.correlationData",
	userProperties: "inspector.userProperty",
};

/** Beyond this it is not looked at while somebody types; the preview shows what becomes of it. */
const MOST_SEARCHED_CHARACTERS = 50_000;

function readVariableText({ format, text }: ComposerDraft): string {
	return (format === "text" || format === "json") && text.length <= MOST_SEARCHED_CHARACTERS ? text : "";
}

export interface ComposerNoteProps {
	readonly connectionId: string;
	readonly id: string;
	/** Takes the caret to this place of the payload. */
	readonly onShowPlace: (offset: number) => void;
	/** What sends the message, at the end of the line. */
	readonly children: ReactNode;
}

/**
 * The composer's last line, always there so that nothing jumps: why the message cannot be sent, what the last press did, or what the next
 * one would meet; and the size of the payload.
 */
export function ComposerNote({ connectionId, id, onShowPlace, children }: ComposerNoteProps) {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const entry = useComposer(connectionId, (whole) => whole);
	const offer = useOffer(connectionId);
	const isLinked = useStore(stores.link, (state) => state.link.kind === "open");
	const { draft, failure, outcome, payloadBytes, notKept } = entry;
	const problem = useJsonProblem(entry.jsonError);
	const alert = readAlert();
	const isAboutJson = alert === null && outcome === null && problem !== null;
	return (
		<div className={styles["foot"]}>
			{alert === null ? (
				<p className={isAboutJson || (outcome === null && entry.isNotBytes) ? styles["failure"] : styles["note"]} role="status">
					{isAboutJson ? problem.sentence : readNote()}
				</p>
			) : (
				<p id={id} className={styles["failure"]} role="alert">
					{alert}
				</p>
			)}
			{isAboutJson ? (
				<Button size="small" variant="ghost" onPress={() => onShowPlace(problem.offset)}>
					{say("composer.showPlace")}
				</Button>
			) : null}
			<span className={styles["size"]}>{formatBytes(payloadBytes, language)}</span>
			{children}
		</div>
	);

	function readAlert(): string | null {
		const rule = draft.topic === "" ? null : checkTopicName(draft.topic);
		if (rule !== null) return formatRule(say, { rule });
		if (failure === null) return null;
		const { message, hint } = formatFailure(say, failure);
		const rules = failure.problems?.map((each) => formatRule(say, each)).join(" ") ?? "";
		return makeVisible(rules === "" ? `${message} ${hint}` : rules);
	}

	function readNote(): string {
		if (!isLinked) return say("app.linkClosed");
		if (outcome !== null) {
			const topic = makeVisible(outcome.topic);
			if (outcome.kind === "not-text") return say("composer.notText");
			return say(outcome.kind === "cleared" ? "composer.cleared" : "composer.clearWaits", { topic });
		}
		if (entry.isNotBytes) return say(draft.format === "hex" ? "composer.notHex" : "composer.notBase64");
		if (draft.format === "file" && draft.file === null) return say("composer.fileNeeded");
		const { problems, properties } = parseProperties(draft.properties);
		const isFive = selectVersion(stores, connectionId) === "5.0";
		if (isFive && problems[0] !== undefined) {
			const name = PROPERTY_NAMES[problems[0].field];
			return say("composer.propertyWrong", { name: name === undefined ? "" : say(name) });
		}
		const alias = properties.topicAlias ?? 0;
		if (isFive && alias > offer.topicAliasMaximum) {
			return formatFailure(say, createFailure("above-topic-alias-maximum", { maximum: offer.topicAliasMaximum, alias })).message;
		}
		if (draft.qos > offer.maximumQos) return say("composer.qosTooHigh", { maximum: offer.maximumQos });
		if (!offer.retainAvailable && draft.retain) return say("composer.retainUnavailable");
		const oversize = readOversize(stores, connectionId);
		if (oversize !== null) {
			const format = new Intl.NumberFormat(language);
			return say("composer.tooLarge", { bytes: format.format(oversize.bytes), maximum: format.format(oversize.maximum) });
		}
		if (notKept !== null) return formatFailure(say, notKept).message;
		if (!offer.isConnected) return say(draft.qos === 0 ? "composer.refusedOffline" : "composer.waitsOffline");
		if (draft.resolvesVariables) {
			const unknown = [...findUnknownVariables(draft.topic), ...findUnknownVariables(readVariableText(draft))];
			if (unknown.length > 0) {
				return say("composer.variables.unknown", { names: makeVisible(unknown.slice(0, 3).join(", ")) });
			}
		}
		if (!draft.resolvesVariables && (hasVariables(draft.topic) || hasVariables(readVariableText(draft)))) {
			return say("composer.variables.areOff");
		}
		if (draft.topic === "" && payloadBytes > 0) return say("composer.topicNeeded");
		return draft.format === "file" ? say("composer.fileNotKept") : "";
	}
}
