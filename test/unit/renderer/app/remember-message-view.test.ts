import { expect, test } from "vitest";
import { readMessageView } from "../../../../renderer/app/remember-message-view.ts";

test("what was remembered of the messages' view is taken over as far as it makes sense", () => {
	const whole = { view: "compact", hidden: ["qos"], widthsPx: { topic: 300 } };
	expect(readMessageView(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	const strange = {
		view: "spiral",
		hidden: ["payload", "nothing", 7],
		widthsPx: { topic: "wide", time: -3, size: Number.POSITIVE_INFINITY },
	};
	for (const nothing of [null, 7, "text", [], {}, strange, { hidden: "all", widthsPx: null }]) {
		expect(readMessageView(nothing)).toEqual({ view: "chat", hidden: [], widthsPx: {} });
	}
});
