import type { Failure } from "./failure.ts";

export type LocalBrokerState =
	| { readonly kind: "stopped" }
	| { readonly kind: "starting" }
	| {
			readonly kind: "running";
			readonly host: string;
			readonly tcpPort: number;
			readonly webSocketPort: number;
			readonly clients: number;
	  }
	| { readonly kind: "failed"; readonly failure: Failure };
