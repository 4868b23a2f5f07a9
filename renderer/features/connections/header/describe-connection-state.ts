import { assertNever } from "../../../../shared/model/assert-never.ts";
import type { ConnectionState } from "../../../../shared/model/connection.ts";
import type { SayText } from "../../../i18n/use-text.ts";
import type { StatusTone } from "../../../ui/status-dot.tsx";

/** The tone of the dot beside the words. */
export function readStatusTone(state: ConnectionState): StatusTone {
	switch (state.kind) {
		case "idle":
			return "idle";
		case "connecting":
			return "progress";
		case "connected":
			return "success";
		case "waiting":
			return "waiting";
		case "failed":
			return "danger";
		default:
			return assertNever(state);
	}
}

/** A state in words. `now` in milliseconds: the countdown to the next attempt; absent, the words do not count. */
export function describeConnectionState(say: SayText, state: ConnectionState, now?: number): string {
	switch (state.kind) {
		case "idle":
			return say("connection.state.idle");
		case "connecting":
			return state.attempt > 1
				? say("connection.state.connectingAgain", { attempt: state.attempt })
				: say("connection.state.connecting");
		case "connected":
			return say("connection.state.connected");
		case "waiting": {
			if (now === undefined) return say("connection.state.waitingShort");
			const seconds = Math.max(0, Math.ceil((state.retryAt - now) / 1000));
			return say("connection.state.waiting", { seconds, attempt: state.attempt });
		}
		case "failed":
			return say("connection.state.failed");
		default:
			return assertNever(state);
	}
}
