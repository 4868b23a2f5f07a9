/**
 * What a composer begins with the next time: topic, QoS, retain and the topics used, never a payload. In the page's own storage, which
 * may be full, forbidden, or hold anything at all.
 */

import { PAYLOAD_FORMATS } from "../../shared/model/written-message.ts";
import { checkTopicName } from "../../shared/topic/check-topic.ts";
import { applyComposer, type ComposerEntry, LEAST_EDITOR_HEIGHT_PX, selectComposer } from "../state/composer-store.ts";
import type { Stores } from "../state/create-stores.ts";

const readKey = (connectionId: string) => `parley.composer.${connectionId}`;

export function writeRemembered(connectionId: string, { draft, recentTopics }: ComposerEntry): void {
	const { topic, qos, retain, format, resolvesVariables } = draft;
	try {
		localStorage.setItem(readKey(connectionId), JSON.stringify({ topic, qos, retain, format, resolvesVariables, recentTopics }));
	} catch {
		// Remembering is a comfort; without storage the composer begins empty.
	}
}

const HEIGHT_KEY = "parley.composer-height";
const MOST_REMEMBERED_HEIGHT_PX = 2000;

export function writeEditorHeight(heightPx: number): void {
	try {
		localStorage.setItem(HEIGHT_KEY, String(heightPx));
	} catch {
		// As above.
	}
}

export function recallEditorHeight(store: Stores["composer"]): void {
	try {
		const heightPx = Number(localStorage.getItem(HEIGHT_KEY) ?? Number.NaN);
		if (heightPx >= LEAST_EDITOR_HEIGHT_PX && heightPx <= MOST_REMEMBERED_HEIGHT_PX) store.setState({ editorHeightPx: heightPx });
	} catch {
		// As above: it has the usual height.
	}
}

/** Fills the composer of a connection that has none yet in this page. */
export function recallComposer(store: Stores["composer"], connectionId: string): void {
	if (store.getState().entries.has(connectionId)) return;
	const remembered = readRemembered(connectionId);
	const { draft } = selectComposer(store.getState(), connectionId);
	store.setState((state) => applyComposer(state, connectionId, readEntry(remembered, draft)), true);
}

function readRemembered(connectionId: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(readKey(connectionId)) ?? "{}");
		return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		return {};
	}
}

function readEntry(remembered: Readonly<Record<string, unknown>>, empty: ComposerEntry["draft"]): Partial<ComposerEntry> {
	const { topic, qos, retain, format, resolvesVariables, recentTopics } = remembered;
	return {
		draft: {
			...empty,
			topic: isTopic(topic) ? topic : "",
			qos: qos === 1 || qos === 2 ? qos : 0,
			retain: retain === true,
			format: PAYLOAD_FORMATS.find((each) => each === format && each !== "file") ?? "text",
			resolvesVariables: resolvesVariables === true,
		},
		recentTopics: Array.isArray(recentTopics) ? recentTopics.filter(isTopic).slice(0, 20) : [],
	};
}

function isTopic(value: unknown): value is string {
	return typeof value === "string" && checkTopicName(value) === null;
}
