/** What goes with every answer. `authority` is the host and port that the request named, already found to be ours. */
export function createHeaders(authority: string): Readonly<Record<string, string>> {
	return {
		"content-security-policy": [
			"default-src 'none'",
			"script-src 'self'",
			"style-src 'self'",
			"img-src 'self' data: blob:",
			"font-src 'self'",
			// Not every browser takes 'self' to mean the WebSocket of the same host too.
			`connect-src 'self' ws://${authority}`,
			"base-uri 'none'",
			"form-action 'none'",
			"frame-ancestors 'none'",
			"require-trusted-types-for 'script'",
		].join("; "),
		"x-content-type-options": "nosniff",
		"referrer-policy": "no-referrer",
		"cross-origin-opener-policy": "same-origin",
		"cross-origin-resource-policy": "same-origin",
		"permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=()",
	};
}
