/** What the server of the browser mode makes of a code or a token. */
export type Exchange =
	| { readonly kind: "granted"; readonly token: string }
	/** Not in force, or not any more. */
	| { readonly kind: "refused" }
	/** No answer, or one of somebody else. */
	| { readonly kind: "away" };

export async function exchangeSession(secret: { readonly code: string } | { readonly token: string }): Promise<Exchange> {
	try {
		const response = await fetch("/session", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(secret),
			cache: "no-store",
			credentials: "omit",
			redirect: "error",
		});
		if (response.status === 401) return { kind: "refused" };
		if (!response.ok) return { kind: "away" };
		const answer: unknown = await response.json();
		const token = typeof answer === "object" && answer !== null && "token" in answer ? answer.token : null;
		return typeof token === "string" ? { kind: "granted", token } : { kind: "away" };
	} catch {
		return { kind: "away" };
	}
}
