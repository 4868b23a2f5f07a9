import { expect, test } from "vitest";
import { selectUnreadPlace, type UnreadFacts } from "../../../../../../renderer/features/messages/list/select-unread-place.ts";

const FOLLOWING: UnreadFacts = {
	unreadAfterSeq: 100,
	firstKeptSeq: 1,
	firstRowSeq: 150,
	follows: true,
	topSeq: 150,
	bottomSeq: 190,
};
const READING: UnreadFacts = { ...FOLLOWING, follows: false };

test("the first unread message is above a reader at the end once the window does not hold it any more", () => {
	expect(selectUnreadPlace(FOLLOWING)).toBe("above");
	expect(selectUnreadPlace({ ...FOLLOWING, firstRowSeq: 101 })).toBe("elsewhere");
});

test("for a reader elsewhere it is above, in sight or below", () => {
	expect(selectUnreadPlace(READING)).toBe("above");
	expect(selectUnreadPlace({ ...READING, topSeq: 101 })).toBe("in-sight");
	expect(selectUnreadPlace({ ...READING, topSeq: 20, bottomSeq: 101 })).toBe("in-sight");
	expect(selectUnreadPlace({ ...READING, topSeq: 20, bottomSeq: 100 })).toBe("elsewhere");
});

test("where the history has lost it, it is the oldest message that is left", () => {
	expect(selectUnreadPlace({ ...READING, firstKeptSeq: 150, topSeq: 150 })).toBe("in-sight");
});

test("it is nowhere where everything had been seen, or nothing is shown", () => {
	expect(selectUnreadPlace({ ...FOLLOWING, unreadAfterSeq: null })).toBe("none");
	expect(selectUnreadPlace({ ...FOLLOWING, firstRowSeq: null })).toBe("none");
});
