/**
 * Who may use the engine: whoever has read the one-time code in the terminal, and then holds the token that it was exchanged for.
 * Only hashes are kept, and they are compared in constant time. All of it ends with the process.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../engine/ports.ts";

export const CODE_LIFE_MS = 10 * 60_000;
export const SESSION_LIFE_MS = 12 * 3_600_000;

const CODE_BYTES = 20;
const TOKEN_BYTES = 32;
/** Longer texts are nobody's code or token and are not worth a hash. */
const LONGEST_SECRET = 200;

export interface Sessions {
	/** A new code, 160 bits. The one before stops working: there is one at most. */
	createCode(): string;
	/** The session's token, 256 bits, for a code that is in force; the code is spent. null = it is not, or not any more. */
	exchange(code: string): string | null;
	/** Whether the token stands for a session; asking is using it, which makes it last. */
	has(token: string): boolean;
	/** The session is in use until the answer is called, whatever the clock says. null = there is none for this token. */
	hold(token: string): (() => void) | null;
}

interface Session {
	readonly hash: Buffer;
	usedAt: number;
	holders: number;
}

export function createSessions(clock: Clock): Sessions {
	let code: { readonly hash: Buffer; readonly expiresAt: number } | null = null;
	let sessions: Session[] = [];

	const find = (token: string): Session | null => {
		const now = clock.now();
		sessions = sessions.filter((session) => session.holders > 0 || now - session.usedAt < SESSION_LIFE_MS);
		const hash = hashSecret(token);
		let found: Session | null = null;
		// All are looked at, so that the time tells nothing about which one it was.
		for (const session of sessions) if (timingSafeEqual(session.hash, hash)) found = session;
		if (found !== null) found.usedAt = now;
		return found;
	};

	return {
		createCode: () => {
			const text = randomBytes(CODE_BYTES).toString("base64url");
			code = { hash: hashSecret(text), expiresAt: clock.now() + CODE_LIFE_MS };
			return text;
		},
		exchange: (text) => {
			if (code === null || !timingSafeEqual(code.hash, hashSecret(text)) || clock.now() >= code.expiresAt) return null;
			code = null;
			const token = randomBytes(TOKEN_BYTES).toString("base64url");
			sessions.push({ hash: hashSecret(token), usedAt: clock.now(), holders: 0 });
			return token;
		},
		has: (token) => find(token) !== null,
		hold: (token) => {
			const session = find(token);
			if (session === null) return null;
			session.holders += 1;
			let isHeld = true;
			return () => {
				if (!isHeld) return;
				isHeld = false;
				session.holders -= 1;
				session.usedAt = clock.now();
			};
		},
	};
}

function hashSecret(text: string): Buffer {
	return createHash("sha256").update(text.slice(0, LONGEST_SECRET)).digest();
}
