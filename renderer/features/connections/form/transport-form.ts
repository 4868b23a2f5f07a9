/** The form's part about how the broker is reached: TLS, proxy and WebSocket headers as a person types them. */
import { tlsOptions, webSocketHeaders } from "../../../../shared/contract/transport.ts";
import type { ConnectionProfile, Protocol } from "../../../../shared/model/connection.ts";
import { type ProxyOptions, USUAL_PROXY_PORT } from "../../../../shared/model/proxy.ts";
import { isSecretHeader } from "../../../../shared/model/secret.ts";
import { type ClientCertificate, DEFAULT_TLS, type TlsOptions } from "../../../../shared/model/tls.ts";
import type { WebSocketHeader } from "../../../../shared/model/web-socket-header.ts";
import { parseWholeNumber } from "./parse-whole-number.ts";

export interface TlsForm extends Omit<TlsOptions, "caCertificates" | "clientCertificate" | "alpn"> {
	readonly caCertificates: string;
	readonly clientKind: ClientCertificate["kind"];
	readonly clientCertificate: string;
	/** Separated by commas. */
	readonly alpn: string;
	/** False: the pin goes when the form is saved. */
	readonly isPinKept: boolean;
}

export interface ProxyForm {
	readonly kind: ProxyOptions["kind"];
	readonly host: string;
	readonly port: string;
	/** False: the port follows the kind. */
	readonly portIsOwn: boolean;
	readonly username: string;
}

export interface HeaderForm extends WebSocketHeader {
	/** Tells the rows apart while names change. */
	readonly id: number;
}

export interface TransportForm {
	readonly tls: TlsForm;
	readonly proxy: ProxyForm;
	/** A secret header's value is among the form's secrets, by the header's name. */
	readonly webSocketHeaders: readonly HeaderForm[];
}

export function readTransportForm({
	tls,
	proxy,
	webSocketHeaders: headers,
}: Pick<ConnectionProfile, keyof TransportForm>): TransportForm {
	const client = tls.clientCertificate;
	const server = "host" in proxy ? proxy : { host: "", port: USUAL_PROXY_PORT.http, username: "" };
	return {
		tls: {
			...tls,
			caCertificates: tls.caCertificates.join("\n"),
			clientKind: client.kind,
			clientCertificate: client.kind === "pem" ? client.certificate : "",
			alpn: tls.alpn.join(", "),
			isPinKept: true,
		},
		proxy: {
			kind: proxy.kind,
			host: server.host,
			port: String(server.port),
			portIsOwn: "host" in proxy && proxy.port !== USUAL_PROXY_PORT[proxy.kind],
			username: server.username,
		},
		webSocketHeaders: headers.map((header, id) => ({ ...header, id })),
	};
}

/** The port moves along unless a person typed one. */
export function applyProxyKind(proxy: ProxyForm, kind: ProxyForm["kind"]): ProxyForm {
	const usual = kind === "http" || kind === "socks5" ? String(USUAL_PROXY_PORT[kind]) : proxy.port;
	return { ...proxy, kind, port: proxy.portIsOwn ? proxy.port : usual };
}

/** As it would be sent. A part that the protocol hides, and that breaks a rule, cannot be mended there: it begins anew. */
export function readTransportDraft(
	form: TransportForm & { readonly protocol: Protocol },
): Readonly<Record<keyof TransportForm, unknown>> {
	const isTls = form.protocol === "mqtts" || form.protocol === "wss";
	const isWebSocket = form.protocol === "ws" || form.protocol === "wss";
	const tls = readTls(form.tls);
	const headers = form.webSocketHeaders
		.filter(({ name, value }) => name.trim() !== "" || value !== "")
		.map(({ name, value }) => ({ name: name.trim(), value: isSecretHeader(name) ? "" : value }));
	return {
		tls: isTls || tlsOptions.safeParse(tls).success ? tls : DEFAULT_TLS,
		proxy: readProxy(form.proxy),
		webSocketHeaders: isWebSocket || webSocketHeaders.safeParse(headers).success ? headers : [],
	};
}

function readTls({ caCertificates, clientKind, clientCertificate, alpn, isPinKept, ...rest }: TlsForm) {
	return {
		...rest,
		pinnedFingerprint: isPinKept ? rest.pinnedFingerprint : null,
		serverName: rest.serverName.trim(),
		caCertificates: parseCertificates(caCertificates),
		clientCertificate:
			clientKind === "pem"
				? { kind: clientKind, certificate: parseCertificates(clientCertificate).join("\n") }
				: { kind: clientKind },
		alpn: alpn
			.split(",")
			.map((protocol) => protocol.trim())
			.filter((protocol) => protocol !== ""),
	};
}

function readProxy({ kind, host, port, username }: ProxyForm) {
	return kind === "none" || kind === "system" ? { kind } : { kind, host: host.trim(), port: parseWholeNumber(port), username };
}

/** Every certificate in the text; comments between them are skipped. A text without any stays whole, for the schema to refuse. */
function parseCertificates(text: string): readonly string[] {
	if (text.trim() === "") return [];
	return text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [text];
}
