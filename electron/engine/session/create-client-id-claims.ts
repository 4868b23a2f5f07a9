/**
 * Which sessions of this program speak for which client id at which broker. A broker of 3.1 or 3.1.1 closes the older of two
 * connections with one client id without a word; where the newer one is ours too, the older one can tell why it was closed.
 */
export interface ClientIdClaims {
	claim(key: string): ClientIdClaim;
}

export interface ClientIdClaim {
	/** A later claim to the same client id stands. */
	readonly isSuperseded: boolean;
	release(): void;
}

export function createClientIdClaims(): ClientIdClaims {
	const claims = new Map<string, readonly object[]>();
	return {
		claim: (key) => {
			const token = {};
			claims.set(key, [...(claims.get(key) ?? []), token]);
			return {
				get isSuperseded() {
					const standing = claims.get(key) ?? [];
					return standing.includes(token) && standing.at(-1) !== token;
				},
				release: () => {
					const rest = (claims.get(key) ?? []).filter((other) => other !== token);
					if (rest.length === 0) claims.delete(key);
					else claims.set(key, rest);
				},
			};
		},
	};
}
