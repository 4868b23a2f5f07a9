/** The part of the failures' texts that is about reaching a broker, from its name to the first byte of MQTT. */

export const TRANSPORT_FAILURE_TEXT = {
	"host-not-found": {
		message: "No address was found for the host “{{host}}”.",
		hint: "Check the spelling, and that this machine's network and name service work.",
	},
	refused: {
		message: "Nothing listens at {{host}}, port {{port}}: the connection was refused.",
		hint: "Check that the broker runs, and that the port is the right one for this protocol.",
	},
	unreachable: {
		message: "{{host}} cannot be reached from this machine ({{cause}}).",
		hint: "Check the network, a VPN, or a firewall between here and the broker.",
	},
	"connect-timeout": {
		message: "{{host}}, port {{port}} did not answer within {{seconds, number}} s: no TCP connection came about.",
		hint: "Check host and port, and a firewall in between; or raise Connect Timeout if the broker is far or slow.",
	},
	"proxy-timeout": {
		message: "The proxy {{proxy}} did not open the way to {{host}}, port {{port}} within {{seconds, number}} s.",
		hint: "Check the proxy's address and port, and whether it may reach the broker; or raise Connect Timeout.",
	},
	"tls-timeout": {
		message: "{{host}}, port {{port}} took the connection but did not finish the TLS handshake within {{seconds, number}} s.",
		hint: "Check that this port speaks TLS: a plain port may wait in silence. Or raise Connect Timeout.",
	},
	"websocket-timeout": {
		message: "{{host}}, port {{port}} took the connection but did not answer the WebSocket request within {{seconds, number}} s.",
		hint: "Check that this port speaks WebSocket, and the path (often /mqtt); or raise Connect Timeout.",
	},
	"connack-timeout": {
		message: "{{host}}, port {{port}} took the connection but did not answer the MQTT login within {{seconds, number}} s.",
		hint: "Check that it is an MQTT broker and that the protocol fits the port; or raise Connect Timeout if it is slow.",
	},
	"proxy-not-found": {
		message: "No address was found for the proxy “{{proxy}}”.",
		hint: "Check the spelling of the proxy's host, and that this machine's network and name service work.",
	},
	"proxy-refused": {
		message: "No proxy listens at {{proxy}}: the connection was refused.",
		hint: "Check that the proxy runs, and its port.",
	},
	"proxy-unreachable": {
		message: "The proxy {{proxy}} cannot be reached from this machine ({{cause}}).",
		hint: "Check the network, a VPN, or a firewall between here and the proxy.",
	},
	"proxy-login": {
		message: "The proxy {{proxy}} asks for a login, or does not accept this one.",
		hint: "Check user and password of the proxy.",
	},
	"proxy-refused-target": {
		message: "The proxy {{proxy}} did not open the way to {{host}}, port {{port}} (HTTP status {{status}}).",
		hint: "Check host and port of the broker, and whether the proxy allows that port: many allow 443 only.",
	},
	"proxy-socks-refused": {
		message: "The proxy {{proxy}} did not open the way to {{host}}, port {{port}}: {{reply}}.",
		hint: "Check host and port of the broker, and what the proxy's rules allow.",
	},
	"proxy-broken": {
		message: "{{proxy}} does not answer as a proxy of this kind ({{cause}}).",
		hint: "Check the proxy's port, and whether it speaks HTTP CONNECT or SOCKS5.",
	},
	"proxy-unsupported": {
		message: "The system names a proxy that Parley cannot use: {{proxy}}.",
		hint: "Parley speaks HTTP CONNECT and SOCKS5. Enter such a proxy in the connection, or choose none.",
	},
	"tls-untrusted": {
		message: "The server's certificate is signed by an authority that this machine does not trust.",
		hint: "Add the CA certificate of your broker under TLS, or look at the certificate and trust it alone.",
	},
	"tls-self-signed": {
		message: "The server's certificate is signed by nobody but itself.",
		hint: "Add it under TLS as a CA certificate, or look at it and trust it alone.",
	},
	"tls-expired": {
		message: "The server's certificate has expired.",
		hint: "Renew the broker's certificate, or check this machine's clock.",
	},
	"tls-not-yet-valid": {
		message: "The server's certificate is not valid yet.",
		hint: "Check this machine's clock, and when the broker's certificate begins to be valid.",
	},
	"tls-wrong-host": {
		message: "The server's certificate is for another name than “{{name}}”.",
		hint: "Use a name that the certificate was made for, as host or as Server Name under TLS.",
	},
	"tls-certificate-refused": {
		message: "The server's certificate does not pass ({{cause}}).",
		hint: "Have the broker's certificate issued anew, with a strong key and for use by a server.",
	},
	"tls-pin-changed": {
		message: "The server's certificate changed: it is not the one that you trusted.",
		hint: "Ask whoever runs the broker whether it was renewed. Only then trust the new one, or remove the pin under TLS.",
	},
	"tls-client-certificate": {
		message: "The broker asks for a client certificate.",
		hint: "Add your client certificate and its key under TLS, or use a port that does not ask for one.",
	},
	"tls-client-refused": {
		message: "The broker does not accept your client certificate.",
		hint: "Check that it was issued by an authority that the broker trusts, and that it has not been revoked.",
	},
	"tls-key-mismatch": {
		message: "The private key does not belong to the client certificate.",
		hint: "Choose the key under TLS that the certificate was made with.",
	},
	"tls-passphrase": {
		message: "The passphrase does not open the private key.",
		hint: "Enter the passphrase of the key or PFX again, under TLS.",
	},
	"tls-client-expired": {
		message: "Your client certificate is not valid at this time.",
		hint: "Have it renewed and choose the new one under TLS, or check this machine's clock.",
	},
	"tls-client-unreadable": {
		message: "Your client certificate or its key cannot be read ({{cause}}).",
		hint: "Choose them again under TLS: PEM files, or a PFX that was exported with today's encryption.",
	},
	"tls-version": {
		message: "The server speaks no TLS version that is allowed here ({{cause}}).",
		hint: "Lower the minimum TLS version under TLS, or have the broker speak a newer one.",
	},
	"tls-alpn": {
		message: "The server knows none of the ALPN protocols that were offered.",
		hint: "Correct the list under TLS, or leave it empty.",
	},
	"tls-failed": {
		message: "The encrypted connection could not be set up ({{cause}}).",
		hint: "Check the TLS settings here and at the broker.",
	},
	"tls-to-plain-port": {
		message: "{{host}}, port {{port}} does not speak TLS.",
		hint: "Choose mqtt:// or ws:// for this port, or the broker's TLS port (usually 8883 or 8084).",
	},
	"plain-to-tls-port": {
		message: "{{host}}, port {{port}} expects TLS.",
		hint: "Choose mqtts:// or wss:// for this port, or the broker's plain port (usually 1883 or 8083).",
	},
	"websocket-status": {
		message: "The server answered the WebSocket request with HTTP status {{status}}.",
		hint: "Check the path (often /mqtt) and the port.",
	},
	"websocket-unauthorised": {
		message: "The server wants a login before it opens the WebSocket (HTTP status 401).",
		hint: "Add the header that it asks for, such as Authorization, under WebSocket; and check its value.",
	},
	"websocket-forbidden": {
		message: "The server does not allow this WebSocket (HTTP status 403).",
		hint: "Check the path, the headers, and what the server or a proxy before it allows.",
	},
	"websocket-path-unknown": {
		message: "The server knows no such path: {{path}} (HTTP status 404).",
		hint: "Check the path (often /mqtt) and the port.",
	},
	"websocket-redirected": {
		message: "The server sends to “{{location}}” (HTTP status {{status}}).",
		hint: "Parley does not follow by itself. If you trust that address, enter it as protocol, host, port and path.",
	},
	"websocket-failed": {
		message: "The WebSocket connection could not be opened ({{cause}}).",
		hint: "Check that this port speaks WebSocket, and the path (often /mqtt).",
	},
} as const;

/** The secrets of a connection in words; a header's is told by its name. */
export const SECRET_TEXT = {
	password: "password",
	tlsKey: "private key",
	tlsPfx: "PFX file",
	tlsPassphrase: "passphrase of the key",
	proxyPassword: "password of the proxy",
	authenticationData: "authentication data",
	header: "header {{header}}",
} as const;

/** Why a SOCKS5 proxy refuses. [RFC 1928, 6] */
export const SOCKS_REPLY_TEXT = {
	1: "it failed for a reason that it does not tell",
	2: "its rules do not allow it",
	3: "the network cannot be reached from there",
	4: "the host cannot be reached, or its name is not known there",
	5: "the broker refused the connection",
	6: "the way there is too long (TTL expired)",
	7: "it does not support such connections",
	8: "it does not support such addresses",
} as const;
