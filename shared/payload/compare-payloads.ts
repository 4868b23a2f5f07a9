/** What has changed between two payloads, told in the way that says most about them. */
import { compareJsonInSteps, type JsonComparison } from "./compare-json.ts";
import { compareLines, type LineComparison } from "./compare-lines.ts";
import { readHexRow } from "./format-hex.ts";
import type { JsonTree } from "./json-tree.ts";
import { PART_BYTES, readPayloadInSteps } from "./read-payload.ts";

export type PayloadComparison =
	| { readonly kind: "same" }
	/** Both are JSON and say the same: white space, order of members or escapes differ. */
	| { readonly kind: "same-values" }
	| ({ readonly kind: "json"; readonly before: JsonTree; readonly after: JsonTree } & JsonComparison)
	| { readonly kind: "lines" | "hex"; readonly lines: LineComparison }
	/** Too large for rows: where the first byte differs, and how many do, those that one of them lacks included. */
	| { readonly kind: "bytes"; readonly offset: number; readonly different: number };

const MOST_HEX_BYTES = 262_144;
const HEX_ROW_BYTES = 8;
const STEP_BYTES = 1 << 20;

export function* comparePayloadsInSteps(before: Uint8Array, after: Uint8Array): Generator<void, PayloadComparison> {
	const { offset, different } = yield* countDifferent(before, after);
	if (different === 0) return { kind: "same" };
	const size = Math.max(before.byteLength, after.byteLength);
	if (size > PART_BYTES) return { kind: "bytes", offset, different };
	const one = yield* readPayloadInSteps(before, false);
	const other = yield* readPayloadInSteps(after, false);
	if (one.json?.ok === true && other.json?.ok === true) {
		const comparison = yield* compareJsonInSteps(one.json.tree, other.json.tree);
		if (comparison.changes.length === 0) return { kind: "same-values" };
		return { kind: "json", before: one.json.tree, after: other.json.tree, ...comparison };
	}
	if (one.text !== null && other.text !== null && one.trouble === null && other.trouble === null) {
		yield;
		return { kind: "lines", lines: compareLines(one.text, other.text) };
	}
	if (size > MOST_HEX_BYTES) return { kind: "bytes", offset, different };
	return { kind: "hex", lines: compareLines(formatRows(before), formatRows(after)) };
}

function* countDifferent(before: Uint8Array, after: Uint8Array): Generator<void, { offset: number; different: number }> {
	const most = Math.min(before.byteLength, after.byteLength);
	let offset = -1;
	let different = Math.abs(before.byteLength - after.byteLength);
	for (let at = 0; at < most; at += 1) {
		if (before[at] !== after[at]) {
			if (offset === -1) offset = at;
			different += 1;
		}
		if (at % STEP_BYTES === STEP_BYTES - 1) yield;
	}
	return { offset: offset === -1 ? most : offset, different };
}

function formatRows(bytes: Uint8Array): string {
	const rows = Math.ceil(bytes.byteLength / HEX_ROW_BYTES);
	return Array.from({ length: rows }, (_, index) => {
		const { hex, ascii } = readHexRow(bytes, index, HEX_ROW_BYTES);
		return `${hex}  ${ascii}`;
	}).join("\n");
}
