/** The filter inside `$share/{group}/{filter}`; any other filter is itself. [MQTT 5.0, 4.8.2] */
export function parseShare(filter: string): string {
	return /^\$share\/[^/]+\/(.+)$/s.exec(filter)?.[1] ?? filter;
}
