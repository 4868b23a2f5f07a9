import { expect, test } from "vitest";
import { readCode } from "../../../../renderer/host/read-code.ts";

const CODE = "abcDEF123-_abcDEF123-_abcde";

test.each([
	["the code", CODE],
	["the code with spaces around", `  ${CODE}\n`],
	["the address", `http://127.0.0.1:8484/#code=${CODE}`],
	["the whole line of the terminal", `Parley is at http://127.0.0.1:8484/#code=${CODE}`],
	["the fragment", `#code=${CODE}`],
])("%s is understood", (_what, text) => {
	expect(readCode(text)).toBe(CODE);
});

test.each(["", "  ", "http://127.0.0.1:8484/", "a short one", `${CODE} and more`, "#code=", "x".repeat(1000)])(
	"“%s” holds no code",
	(text) => {
		expect(readCode(text)).toBeNull();
	},
);
