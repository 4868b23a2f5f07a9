import { expect, test } from "vitest";
import { comparePayloadsInSteps } from "../../../../shared/payload/compare-payloads.ts";
import { runSteps } from "../../../../shared/payload/run-steps.ts";

const compare = (before: string | Uint8Array, after: string | Uint8Array) => {
	const [one, other] = [before, after].map((payload) =>
		typeof payload === "string" ? new TextEncoder().encode(payload) : payload,
	);
	return runSteps(comparePayloadsInSteps(one ?? new Uint8Array(), other ?? new Uint8Array()));
};

test("the difference is told in the way that says most about both", () => {
	expect(compare('{"a":1}', '{"a":1}')).toEqual({ kind: "same" });
	expect(compare('{"a":1,"b":2}', '{ "b": 2, "a": 1 }')).toEqual({ kind: "same-values" });
	expect(compare('{"a":1}', '{"a":2}')).toMatchObject({ kind: "json", changes: [{ kind: "changed", before: 1, after: 1 }] });
	expect(compare("17.2", "17.4")).toMatchObject({ kind: "json" });
	expect(compare('{"a":1}', "plain")).toMatchObject({ kind: "lines" });
	expect(compare("plain", Uint8Array.of(0xff))).toMatchObject({ kind: "hex" });
	expect(compare("", "plain")).toMatchObject({ kind: "lines", lines: { lines: [{ kind: "added", text: "plain", line: 1 }] } });
});

test("bytes are compared by rows, and large ones are counted", () => {
	const before = new Uint8Array(24).fill(0xff);
	const after = before.with(9, 0);
	const compared = compare(before, after);
	expect(compared.kind === "hex" && compared.lines.lines.map((line) => line.kind)).toEqual(["same", "removed", "added", "same"]);
	const large = new Uint8Array(300_000).fill(0xff);
	expect(compare(large, large.with(299_000, 0).with(299_001, 0).subarray(0, 299_500))).toEqual({
		kind: "bytes",
		offset: 299_000,
		different: 502,
	});
});
