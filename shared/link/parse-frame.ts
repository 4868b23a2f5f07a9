/**
 * Whether something that came over a wire is a frame, member by member. What is inside `input`, `batch` and `value` is the contract's
 * business. null means that the other side does not speak this language: the wire is closed, nothing is thrown.
 */
import type { Frame, LinkFailure, Outcome } from "./wire.ts";

const LONGEST_NAME = 200;
const LARGEST_CREDIT = 1000;

export function parseFrame(value: unknown): Frame | null {
	if (!isRecord(value)) return null;
	const { type, id, name, input } = value;
	if (type === "hello") return typeof value["version"] === "string" ? { type, version: value["version"] } : null;
	if (!isWholeNumber(id, Number.MAX_SAFE_INTEGER)) return null;
	switch (type) {
		case "abort":
		case "leave":
			return { type, id };
		case "request":
			return isName(name) ? { type, id, name, input } : null;
		case "feed":
			return isName(name) && isWholeNumber(value["credit"], LARGEST_CREDIT)
				? { type, id, name, input, credit: value["credit"] }
				: null;
		case "credit":
			return isWholeNumber(value["amount"], LARGEST_CREDIT) ? { type, id, amount: value["amount"] } : null;
		case "batch":
			return { type, id, batch: value["batch"] };
		case "end":
			return isFailure(value["failure"]) ? { type, id, failure: value["failure"] } : null;
		case "reply":
			return isOutcome(value["outcome"]) ? { type, id, outcome: value["outcome"] } : null;
		default:
			return null;
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWholeNumber(value: unknown, most: number): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function isName(value: unknown): value is string {
	return typeof value === "string" && value.length <= LONGEST_NAME;
}

function isFailure(value: unknown): value is LinkFailure {
	return (
		isRecord(value) &&
		typeof value["code"] === "string" &&
		typeof value["message"] === "string" &&
		typeof value["hint"] === "string"
	);
}

function isOutcome(value: unknown): value is Outcome<unknown> {
	if (!isRecord(value)) return false;
	return value["ok"] === true || (value["ok"] === false && isFailure(value["failure"]));
}
