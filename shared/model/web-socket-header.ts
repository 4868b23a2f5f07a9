/** One HTTP header of the request that opens a WebSocket. */
export interface WebSocketHeader {
	readonly name: string;
	/** Empty where the value is a secret. */
	readonly value: string;
}
