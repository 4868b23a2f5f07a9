/**
 * Which message answers which request: the one that comes on the request's response topic with its correlation data. [MQTT 5.0: 4.10]
 * In memory, for what is awaited now; for what was answered before, the history is asked.
 */
export interface Answer {
	readonly seq: number;
	readonly at: number;
}

export interface AwaitedRequest {
	readonly seq: number;
	readonly responseTopic: string;
	readonly correlationData: Uint8Array;
}

export interface Answers {
	/** Once more is no trouble. */
	expect(request: AwaitedRequest): void;
	receive(message: {
		readonly seq: number;
		readonly at: number;
		readonly topic: string;
		readonly correlationData: Uint8Array;
	}): void;
	/** Calls once, at once where it is known. Returns the way to stop. */
	onAnswer(requestSeq: number, listener: (answer: Answer) => void): () => void;
}

/** Who never gets an answer is forgotten here when so many others wait; the history still finds it. */
const MOST_AWAITED = 10_000;

interface Awaited {
	answer: Answer | null;
	readonly keys: readonly string[];
	readonly listeners: Set<(answer: Answer) => void>;
}

export function createAnswers(): Answers {
	const bySeq = new Map<number, Awaited>();
	const byKey = new Map<string, number>();
	const keyOf = (topic: string, data: Uint8Array) =>
		`${Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64")} ${topic}`;
	const forget = (seq: number) => {
		for (const key of bySeq.get(seq)?.keys ?? []) if (byKey.get(key) === seq) byKey.delete(key);
		bySeq.delete(seq);
	};
	return {
		expect({ seq, responseTopic, correlationData }) {
			if (bySeq.has(seq)) return;
			const key = keyOf(responseTopic, correlationData);
			bySeq.set(seq, { answer: null, keys: [key], listeners: new Set() });
			// Of two requests that are told apart by nothing, the later one is the one that is answered.
			if ((byKey.get(key) ?? 0) < seq) byKey.set(key, seq);
			const [oldest] = bySeq.keys();
			if (bySeq.size > MOST_AWAITED && oldest !== undefined) forget(oldest);
		},
		receive({ seq, at, topic, correlationData }) {
			const key = keyOf(topic, correlationData);
			const awaited = bySeq.get(byKey.get(key) ?? -1);
			if (awaited === undefined || awaited.answer !== null) return;
			const answer = { seq, at };
			awaited.answer = answer;
			for (const listener of [...awaited.listeners]) listener(answer);
			awaited.listeners.clear();
		},
		onAnswer(requestSeq, listener) {
			const awaited = bySeq.get(requestSeq);
			if (awaited === undefined) return () => undefined;
			if (awaited.answer !== null) {
				listener(awaited.answer);
				return () => undefined;
			}
			awaited.listeners.add(listener);
			return () => awaited.listeners.delete(listener);
		},
	};
}
