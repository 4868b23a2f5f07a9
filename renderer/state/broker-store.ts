import { createStore } from "zustand/vanilla";
import type { LocalBrokerState } from "../../shared/model/local-broker.ts";

export interface BrokerStoreState {
	readonly broker: LocalBrokerState;
}

export function createBrokerStore() {
	return createStore<BrokerStoreState>(() => ({ broker: { kind: "stopped" } }));
}
