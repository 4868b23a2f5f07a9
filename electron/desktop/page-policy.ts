/** What the page's documents may do. Everything it loads comes from its own origin; what it says goes through the port alone. */
const DIRECTIVES = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self' data: blob:",
	"connect-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
];

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	"content-security-policy": DIRECTIVES.join("; "),
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"cache-control": "no-store",
};
