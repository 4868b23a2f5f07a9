/** How a broker is reached, as the form's schema has it: host and path, TLS, proxy, the headers of a WebSocket upgrade, and the secrets. */
import { z } from "zod";
import type { Rule } from "../model/failure.ts";
import type { ProxyOptions } from "../model/proxy.ts";
import { isSecretHeader, isSecretName, type SecretChanges } from "../model/secret.ts";
import type { TlsOptions } from "../model/tls.ts";
import type { WebSocketHeader } from "../model/web-socket-header.ts";
import { checkMqttString } from "../topic/check-text.ts";
import { textField, wholeNumber } from "./field.ts";

/** A DNS name, an IPv4 or an IPv6 address (zone allowed, no brackets); what no resolver could mean is refused. */
export function checkHost(host: string): Rule | null {
	if (host === "") return "required";
	if (host.length > 255) return "too-long";
	if (host.includes(":")) return /^[0-9a-fA-F:.]+(%[\w.-]+)?$/.test(host) ? null : "host-invalid";
	return isName(host) ? null : "host-invalid";
}

function isName(text: string): boolean {
	return /^[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_.])?$/u.test(text) && !text.includes("..");
}

/** A path with its query, as an HTTP request line can carry it. */
export function checkPath(path: string): Rule | null {
	return /^\/[\x21-\x22\x24-\x7e]*$/.test(path) && path.length <= 2048 ? null : "path-invalid";
}

/** What is in it is the engine's to judge, which can read certificates. */
function checkCertificate(pem: string): Rule | null {
	if (pem.trim() === "") return "required";
	if (pem.length > 1_000_000) return "too-long";
	// A private key rests in the vault; this text does not.
	if (pem.includes("PRIVATE KEY-----")) return "certificate-holds-key";
	return /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem) ? null : "certificate-invalid";
}

/** An address is no name to ask for. [RFC 6066, 3] */
function checkServerName(name: string): Rule | null {
	if (name === "") return null;
	return name.length <= 255 && isName(name) && !/^[\d.]+$/.test(name) ? null : "server-name-invalid";
}

/** One byte says how long it is. [RFC 7301, 3.1] A comma parts two in the form. */
function checkAlpn(protocol: string): Rule | null {
	return /^[\x21-\x2b\x2d-\x7e]{1,255}$/.test(protocol) ? null : "alpn-invalid";
}

/** The upgrade's own headers, and those that say how long the request is or who sends it on. */
const RESERVED_HEADER =
	/^(sec-websocket-.*|host|connection|upgrade|content-length|transfer-encoding|te|trailer|expect|keep-alive|proxy-.*)$/i;

/** A token. [RFC 9110, 5.1] */
function checkHeaderName(name: string): Rule | null {
	if (name === "") return "required";
	if (name.length > 200) return "too-long";
	if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return "header-name-invalid";
	return RESERVED_HEADER.test(name) ? "header-reserved" : null;
}

/** No line may end inside, or the rest would be a header of its own. [RFC 9110, 5.5] */
function checkHeaderValue(value: string): Rule | null {
	if (value.length > 8000) return "too-long";
	return /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? null : "header-value-invalid";
}

export const certificateFingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

export const tlsOptions: z.ZodType<TlsOptions> = z.strictObject({
	verifyServer: z.boolean(),
	caCertificates: z.array(textField(checkCertificate)).max(100),
	clientCertificate: z.discriminatedUnion("kind", [
		z.strictObject({ kind: z.literal("none") }),
		z.strictObject({ kind: z.literal("pem"), certificate: textField(checkCertificate) }),
		z.strictObject({ kind: z.literal("pfx") }),
	]),
	serverName: textField(checkServerName),
	alpn: z.array(textField(checkAlpn)).max(20),
	minimumVersion: z.enum(["1.0", "1.1", "1.2", "1.3"]),
	pinnedFingerprint: certificateFingerprint.nullable(),
});

const proxyServer = {
	host: textField(checkHost),
	port: wholeNumber(1, 65_535),
	// SOCKS5 says the length of each in one byte. [RFC 1929, 2]
	username: z.string().max(255),
};

export const proxyOptions: z.ZodType<ProxyOptions> = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("none") }),
	z.strictObject({ kind: z.literal("system") }),
	z.strictObject({ kind: z.literal("http"), ...proxyServer }),
	z.strictObject({ kind: z.literal("socks5"), ...proxyServer }),
]);

export const webSocketHeaders: z.ZodType<readonly WebSocketHeader[]> = z
	.array(z.strictObject({ name: textField(checkHeaderName), value: textField(checkHeaderValue) }))
	.max(50)
	.check((context) => {
		const seen = new Set<string>();
		for (const [index, { name, value }] of context.value.entries()) {
			if (!isSecretHeader(name)) continue;
			const refuse = (field: string, rule: Rule) =>
				context.issues.push({ code: "custom", input: value, path: [index, field], params: { rule } });
			// Its value goes by its name in the vault, and none of these may come twice.
			if (seen.has(name.toLowerCase())) refuse("name", "header-repeated");
			if (value !== "") refuse("value", "wrong-shape");
			seen.add(name.toLowerCase());
		}
	});

/** Base64 of a file of a megabyte. */
const MOST_PFX_LETTERS = 1_400_000;

function checkSecret(name: string, secret: string): Rule | null {
	switch (name) {
		case "password":
			return checkMqttString(secret);
		case "tlsKey":
			return secret.length <= 100_000 ? null : "too-long";
		case "tlsPfx":
			return secret.length <= MOST_PFX_LETTERS ? null : "too-long";
		case "tlsPassphrase":
			return secret.length <= 1000 ? null : "too-long";
		case "authenticationData":
			return secret.length <= 200_000 ? null : "too-long";
		case "proxyPassword":
			return secret.length <= 255 ? null : "too-long";
		default:
			return checkHeaderValue(secret);
	}
}

export const secretChanges: z.ZodType<SecretChanges> = z.record(z.string(), z.string().nullable()).check((context) => {
	const entries = Object.entries(context.value);
	const refuse = (name: string, rule: Rule) =>
		context.issues.push({ code: "custom", input: null, path: [name], params: { rule }, continue: true });
	if (entries.length > 60) refuse("", "too-long");
	for (const [name, secret] of entries.slice(0, 60)) {
		const rule = !isSecretName(name) || name.length > 210 ? "wrong-shape" : secret === null ? null : checkSecret(name, secret);
		if (rule !== null) refuse(name, rule);
	}
});
