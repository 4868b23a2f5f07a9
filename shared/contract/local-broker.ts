import { z } from "zod";
import type { LocalBrokerState } from "../model/local-broker.ts";
import { command, feed } from "./spec.ts";

export const localBrokerCommands = {
	/** Answers when it listens; running already is no failure. */
	"broker.start": command<{ readonly host: string; readonly tcpPort: number; readonly webSocketPort: number }>()(
		z.strictObject({}),
	),
	"broker.stop": command<null>()(z.strictObject({})),
};

export const localBrokerFeeds = {
	broker: feed<LocalBrokerState>()(z.strictObject({})),
};
