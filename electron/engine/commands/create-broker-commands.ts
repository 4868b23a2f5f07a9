import type { Handlers } from "../../../shared/contract/contract.ts";
import type { localBrokerCommands } from "../../../shared/contract/local-broker.ts";
import { type CommandParts, DONE } from "./command-parts.ts";

type BrokerHandlers = Pick<Handlers, keyof typeof localBrokerCommands>;

/** The built-in broker, started and stopped. */
export function createBrokerCommands({ localBroker }: CommandParts): BrokerHandlers {
	return {
		"broker.start": () => localBroker.start(),
		"broker.stop": async () => {
			await localBroker.stop();
			return DONE;
		},
	};
}
