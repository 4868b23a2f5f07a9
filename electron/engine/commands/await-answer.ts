import type { AnswerFound } from "../../../shared/contract/request.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { LiveConnection } from "../connection-list.ts";
import type { Conversation } from "../history/history.ts";
import type { Answer, AwaitedRequest } from "../session/sending/create-answers.ts";

/** An answer that comes after so many other rows is not looked for in the history. */
const REACH = 200_000;
const PAGE = 200;
/** What was accepted or received a moment ago is on its way to the disk; what takes longer is not coming. */
const STORED_WITHIN_MS = 5000;

/** The answer to this request, out of the history or as soon as it comes; null = the asking was given up. */
export async function awaitAnswer(
	{ conversation, session }: LiveConnection,
	seq: number,
	signal: AbortSignal,
): Promise<Result<AnswerFound | null>> {
	await waitUntilStored(conversation, seq, createLimit(signal));
	const message = await conversation.readMessage(seq);
	const { responseTopic, correlationData } = message?.properties ?? {};
	if (message?.kind !== "published" || responseTopic === undefined || correlationData === undefined) {
		return { ok: false, failure: createFailure("not-found", { what: "message" }) };
	}
	const request: AwaitedRequest = { seq, responseTopic, correlationData };
	// Before the history is read, so that nothing falls between the two.
	session.answers.expect(request);
	const { promise, resolve } = Promise.withResolvers<Answer | null>();
	const stop = session.answers.onAnswer(seq, resolve);
	const giveUp = () => resolve(null);
	signal.addEventListener("abort", giveUp, { once: true });
	try {
		const known = await findAnswer(conversation, request, signal);
		if (known !== null) resolve(known);
		const answer = await promise;
		// Who hears of an answer reads it next.
		if (answer !== null) await waitUntilStored(conversation, answer.seq, createLimit(signal));
		return { ok: true, value: answer === null ? null : { ...answer, afterMs: answer.at - message.at } };
	} finally {
		stop();
		signal.removeEventListener("abort", giveUp);
	}
}

/** The first one after the request. Topics are read newest first, so that the last page that holds one is the one that counts. */
async function findAnswer(conversation: Conversation, request: AwaitedRequest, signal: AbortSignal): Promise<Answer | null> {
	const data = Buffer.from(request.correlationData);
	let found: Answer | null = null;
	let before = request.seq + REACH + 1;
	while (before > request.seq + 1) {
		const reach = before - request.seq - 1;
		const page = await conversation.readTopic({ topic: request.responseTopic, before, limit: PAGE, reach }, signal);
		for (const { kind, seq, at, properties } of page.messages) {
			const own = properties?.correlationData;
			if (kind === "received" && seq > request.seq && own !== undefined && data.equals(own)) found = { seq, at };
		}
		if (page.reachesStart || page.searchedTo >= before) break;
		before = page.searchedTo;
	}
	return found;
}

function createLimit(signal: AbortSignal): AbortSignal {
	return AbortSignal.any([signal, AbortSignal.timeout(STORED_WITHIN_MS)]);
}

function waitUntilStored(conversation: Conversation, seq: number, signal: AbortSignal): Promise<void> {
	if (conversation.storedSeq >= seq || signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const finish = () => {
			stop();
			signal.removeEventListener("abort", finish);
			resolve();
		};
		const stop = conversation.onStored((storedSeq) => (storedSeq >= seq ? finish() : undefined));
		signal.addEventListener("abort", finish, { once: true });
	});
}
