import { expect, test } from "vitest";
import { createScramClient } from "../../../../../electron/engine/session/authentication/scram.ts";
import { createScramServer } from "../../../../support/scram-server.ts";

const RFC = [
	{
		title: "RFC 5802, 5",
		hash: "SHA-1",
		nonce: "fyko+d2lbbFgONRv9qkxdawL",
		serverFirst: "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
		final: "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
		serverFinal: "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
	},
	{
		title: "RFC 7677, 3",
		hash: "SHA-256",
		nonce: "rOprNGfwEbeRWgbNEkqO",
		serverFirst: "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
		final: "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
		serverFinal: "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
	},
] as const;

test.each(RFC)("the example of $title", async ({ hash, nonce, serverFirst, final, serverFinal }) => {
	const client = createScramClient({ hash, username: "user", password: "pencil", nonce });
	expect(client.first).toBe(`n,,n=user,r=${nonce}`);
	expect(client.verify(serverFinal)).toBe(false);
	expect(await client.answer(serverFirst)).toEqual({ ok: true, final });
	expect(client.verify(serverFinal)).toBe(true);
	expect(client.verify(serverFinal.replace("v=", "v=A"))).toBe(false);
});

test.each([
	["SHA-1", "sha1"],
	["SHA-256", "sha256"],
	["SHA-512", "sha512"],
] as const)("%s agrees with a server of another hand, and not with one that knows another password", async (hash, digest) => {
	const client = createScramClient({ hash, username: "a=b,c", password: "p\u00adass\u00a0word" });
	expect(client.first).toContain("n=a=3Db=2Cc,");
	// SASLprep: the soft hyphen goes, the wide blank becomes one. [RFC 4013, 2]
	const server = createScramServer({ digest, password: "pass word" });
	const answered = await client.answer(server.challenge(client.first));
	const serverFinal = answered.ok ? server.conclude(answered.final) : null;
	expect(client.verify(serverFinal ?? "")).toBe(true);
	const stranger = createScramServer({ digest, password: "other" });
	const second = await client.answer(stranger.challenge(client.first));
	expect(second.ok ? stranger.conclude(second.final) : "").toBeNull();
});

test.each([
	["r=other,s=QUJD,i=4096", "nonce"],
	["r=abc,s=QUJD,i=4096", "nonce"],
	["r=abcdef,s=QUJD,i=1", "fewer"],
	["r=abcdef,s=QUJD,i=4294967295", "more"],
	["r=abcdef,s=QUJD,i=99999999999", "malformed"],
	["r=abcdef,s=,i=4096", "malformed"],
	["r=abcdef,i=4096,s=QUJD", "malformed"],
	["m=x,r=abcdef,s=QUJD,i=4096", "extension"],
	["e=other-error", "malformed"],
	["", "malformed"],
])("%j is refused", async (serverFirst, cause) => {
	const client = createScramClient({ hash: "SHA-256", username: "user", password: "pencil", nonce: "abc" });
	expect(await client.answer(serverFirst)).toEqual({ ok: false, cause: expect.stringContaining(cause) });
});

test("characters that SASLprep forbids are told, not sent", () => {
	expect(() => createScramClient({ hash: "SHA-1", username: "a\u0007", password: "x" })).toThrow();
});
