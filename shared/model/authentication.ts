/** How a client of MQTT 5 proves who it is by packets of their own. [MQTT 5.0, 4.12] The password and the data are secrets. */
export const SCRAM_HASHES = ["SHA-256", "SHA-512", "SHA-1"] as const;
export type ScramHash = (typeof SCRAM_HASHES)[number];

export type Authentication =
	| { readonly kind: "none" }
	/** With the connection's Username and password, which then are not in CONNECT. */
	| { readonly kind: "scram"; readonly hash: ScramHash }
	/** A method that Parley does not know: its data goes out as it is (the secret `authenticationData`, typed in this syntax). */
	| { readonly kind: "raw"; readonly method: string; readonly dataSyntax: "text" | "hex" | "base64" };
