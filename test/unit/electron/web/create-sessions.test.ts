import { expect, test } from "vitest";
import { CODE_LIFE_MS, createSessions, SESSION_LIFE_MS } from "../../../../electron/web/create-sessions.ts";

function create() {
	const clock = { nowMs: 0, now: () => clock.nowMs };
	return { clock, sessions: createSessions(clock) };
}

function openSession(sessions: ReturnType<typeof createSessions>): string {
	const token = sessions.exchange(sessions.createCode());
	if (token === null) throw new Error("the code was refused");
	return token;
}

test("a code opens one session and no more", () => {
	const { sessions } = create();
	const code = sessions.createCode();
	expect(sessions.has(sessions.exchange(code) ?? "")).toBe(true);
	expect(sessions.exchange(code)).toBeNull();
});

test("a wrong code does not spend the right one", () => {
	const { sessions } = create();
	const code = sessions.createCode();
	expect(sessions.exchange("wrong")).toBeNull();
	expect(sessions.exchange(code)).not.toBeNull();
});

test("a code is good until its time is over", () => {
	const { clock, sessions } = create();
	const code = sessions.createCode();
	clock.nowMs = CODE_LIFE_MS;
	expect(sessions.exchange(code)).toBeNull();
});

test("a session that is used lasts", () => {
	const { clock, sessions } = create();
	const token = openSession(sessions);
	for (let use = 0; use < 5; use += 1) {
		clock.nowMs += SESSION_LIFE_MS - 1;
		expect(sessions.has(token)).toBe(true);
	}
	clock.nowMs += SESSION_LIFE_MS;
	expect(sessions.has(token)).toBe(false);
});

test("a session that is held lasts however long it is held, and its time begins when it is let go", () => {
	const { clock, sessions } = create();
	const token = openSession(sessions);
	const release = sessions.hold(token);
	clock.nowMs += 3 * SESSION_LIFE_MS;
	release?.();
	release?.();
	clock.nowMs += SESSION_LIFE_MS - 1;
	expect(sessions.has(token)).toBe(true);
});

test("several sessions live beside each other", () => {
	const { sessions } = create();
	const tokens = [openSession(sessions), openSession(sessions)];
	expect(new Set(tokens).size).toBe(2);
	expect(tokens.map((token) => sessions.has(token))).toEqual([true, true]);
});

test("codes and tokens are long enough that nobody guesses one", () => {
	const { sessions } = create();
	expect(Buffer.from(sessions.createCode(), "base64url").byteLength).toBeGreaterThanOrEqual(16);
	expect(Buffer.from(openSession(sessions), "base64url").byteLength).toBe(32);
});
