import type { FailureCode } from "./failure.ts";

export interface FailureText {
	readonly message: string;
	readonly hint: string;
}

/**
 * Every failure in English: what happened, and what to do next. `{{name}}` stands for a value of the failure's detail. This is the
 * source for the page's English, for the terminal and for the log; other languages translate this table key by key.
 */
export const FAILURE_TEXT: Readonly<Record<FailureCode, FailureText>> = {
	"link-closed": {
		message: "The page lost its link to Parley.",
		hint: "Parley may have been closed. Start it again; the page returns by itself.",
	},
	aborted: { message: "The request was withdrawn.", hint: "Ask again if it is still wanted." },
	"stale-page": {
		message: "This page belongs to another version of Parley ({{page}}; the engine is {{engine}}).",
		hint: "Reload the page.",
	},
	"internal-error": {
		message: "Something went wrong inside Parley (report {{id}}).",
		hint: "Try again. If it comes back, please report it with that number; the log has the rest.",
	},
	"unknown-command": { message: "Parley does not know the command “{{name}}”.", hint: "Reload the page." },
	"invalid-input": { message: "Something in the form is not allowed.", hint: "The fields that need a change say why." },
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
		message: "The server's certificate is signed by an authority that this machine does not trust ({{cause}}).",
		hint: "Add the CA certificate of your broker under TLS, or look at the certificate and trust it alone.",
	},
	"tls-self-signed": {
		message: "The server's certificate is signed by nobody but itself ({{cause}}).",
		hint: "Add it under TLS as a CA certificate, or look at it and trust it alone.",
	},
	"tls-expired": {
		message: "The server's certificate has expired ({{cause}}).",
		hint: "Renew the broker's certificate, or check this machine's clock.",
	},
	"tls-not-yet-valid": {
		message: "The server's certificate is not valid yet ({{cause}}).",
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
		message: "The broker asks for a client certificate ({{cause}}).",
		hint: "Add your client certificate and its key under TLS, or use a port that does not ask for one.",
	},
	"tls-client-refused": {
		message: "The broker does not accept your client certificate ({{cause}}).",
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
		message: "The server sends elsewhere (HTTP status {{status}}): {{location}}",
		hint: "Parley does not follow by itself. If you trust that address, enter it as protocol, host, port and path.",
	},
	"websocket-failed": {
		message: "The WebSocket connection could not be opened ({{cause}}).",
		hint: "Check that this port speaks WebSocket, and the path (often /mqtt).",
	},
	"connack-refused": {
		message: "The broker refused the connection: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"server-disconnect": {
		message: "The broker ended the connection: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"taken-over": {
		message: "Another client connected with the client ID “{{clientId}}” and took this session over.",
		hint: "Give one of the two another Client ID, then connect again. Until then Parley does not reconnect, so that the two do not throw each other out.",
	},
	"keep-alive-lost": {
		message: "The broker has not answered for {{seconds, number}} s: the link is dead.",
		hint: "Check the network. With Auto Reconnect on, Parley keeps trying.",
	},
	"connection-lost": {
		message: "The connection was cut unexpectedly ({{cause}}).",
		hint: "Check the broker's log and the network. With Auto Reconnect on, Parley keeps trying.",
	},
	"connection-closed": {
		message: "The broker closed the connection without saying why.",
		hint: "Check the broker's log. With Auto Reconnect on, Parley keeps trying.",
	},
	"closed-repeatedly": {
		message: "The broker accepted the login and closed the connection right after it, {{count, number}} times in a row.",
		hint: "Another client may use the same Client ID. Give one of the two another one. Parley keeps trying, at growing intervals.",
	},
	"closed-before-connack": {
		message: "{{host}}, port {{port}} closed the connection without answering.",
		hint: "Check that it is an MQTT broker, that the protocol and the MQTT version fit, and the broker's log.",
	},
	"protocol-error": {
		message: "The broker sent something that MQTT forbids: {{cause}}.",
		hint: "The connection was closed to keep your data safe. The broker, or something between, is at fault.",
	},
	"not-mqtt": {
		message: "{{host}}, port {{port}} does not speak MQTT.",
		hint: "Check the port and the protocol: it may be a web server, or a WebSocket port.",
	},
	"not-found": { message: "That {{what}} is no longer there.", hint: "It may have been deleted in another window." },
	"sent-meanwhile": {
		message: "The message was sent a moment ago.",
		hint: "What has been sent cannot be withdrawn. Its bubble shows what becomes of it.",
	},
	"file-unreadable": {
		message: "The file “{{name}}” cannot be read.",
		hint: "It may have been moved or changed. Choose it again.",
	},
	"not-connected": { message: "The connection is not open.", hint: "Connect first." },
	"name-taken": { message: "Another connection in this folder has the name “{{name}}”.", hint: "Choose another name." },
	"folder-name-taken": { message: "Another folder here has the name “{{name}}”.", hint: "Choose another name." },
	"folder-into-itself": { message: "A folder cannot be moved into itself.", hint: "Choose a folder outside of it." },
	"no-will-to-send": {
		message: "This connection has no last will that it could ask the broker to send.",
		hint: "That takes MQTT 5.0 and a last will; or drop the connection, so that the will fires.",
	},
	"already-subscribed": { message: "“{{filter}}” is in the list already.", hint: "Edit that subscription instead." },
	"secrets-needed": {
		message: "Not known any more for “{{name}}”: {{secrets}}.",
		hint: "Enter it again. In the browser mode Parley keeps secrets in memory only, until it is stopped.",
	},
	"secret-not-kept": {
		message: "A secret could not be put into the keychain ({{cause}}); nothing was saved.",
		hint: "Unlock the keychain of the operating system and try again, or save the connection without it.",
	},
	"client-id-needed": {
		message: "A session that must survive needs a Client ID.",
		hint: "Enter a Client ID, or let the session end at disconnect.",
	},
	"offline-qos-0": {
		message: "QoS 0 messages are not kept while the connection is closed.",
		hint: "Connect first, or choose QoS 1 or 2: those wait in the outgoing queue.",
	},
	"above-maximum-qos": {
		message: "The broker accepts QoS {{maximum, number}} at most; this asks for QoS {{qos}}.",
		hint: "Choose QoS {{maximum, number}} or lower.",
	},
	"retain-unavailable": { message: "The broker does not keep retained messages.", hint: "Publish without Retain." },
	"wildcards-unavailable": {
		message: "The broker does not allow wildcards in subscriptions.",
		hint: "Subscribe to the topic names themselves.",
	},
	"shared-subscriptions-unavailable": {
		message: "The broker does not offer shared subscriptions.",
		hint: "Subscribe without $share.",
	},
	"above-maximum-packet-size": {
		message: "The packet has {{bytes, number}} bytes; the limit is {{maximum, number}}.",
		hint: "Send a smaller payload, or raise the broker's limit.",
	},
	"above-topic-alias-maximum": {
		message: "The broker accepts topic aliases up to {{maximum, number}}; this asks for {{alias, number}}.",
		hint: "Choose a smaller topic alias, or none.",
	},
	"publish-refused": {
		message: "The broker refused the message: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"session-lost": {
		message: "The broker forgot the session before the delivery was complete.",
		hint: "Whether the message was delivered is not known. Publish it again if a second copy does no harm.",
	},
	"data-folder-in-use": {
		message: "Another Parley already uses the data folder {{folder}}.",
		hint: "Use the one that runs, or close it first. A second Parley needs a data folder of its own.",
	},
	"data-folder-not-writable": {
		message: "Parley cannot write into its data folder {{folder}} ({{cause}}).",
		hint: "Check that the folder can be made and written by this user, and that the disk is not full; or choose another one.",
	},
	"history-set-aside": {
		message: "The history could not be opened ({{cause}}). It was set aside as {{file}}, and a new one begun.",
		hint: "Nothing in the old file was changed. Connections and settings are not affected.",
	},
	"history-newer": {
		message: "The history was written by a newer Parley (version {{version}}).",
		hint: "Use that version. This one leaves the file untouched and keeps messages in memory only.",
	},
	"history-write-failed": {
		message: "Messages cannot be stored ({{cause}}).",
		hint: "Free some disk space. Parley holds new messages in memory and keeps trying.",
	},
	"profiles-set-aside": {
		message: "The saved connections could not be read ({{cause}}). The file was set aside as {{file}}.",
		hint: "Nothing in the old file was changed; you can repair it and put it back.",
	},
	"profiles-partly-damaged": {
		message: "Some of the saved settings could not be read ({{cause}}). The file was copied to {{file}}; all the rest is here.",
		hint: "Enter again what is missing, or repair the copy and put it back.",
	},
	"profiles-unreadable": {
		message: "The saved connections could not be read ({{cause}}), and the file could not be set aside.",
		hint: "Repair or move profiles.json in the data folder, then start Parley again. Changes made now are not saved.",
	},
	"profiles-newer": {
		message: "The saved connections were written by a newer Parley (version {{version}}).",
		hint: "Use that version. This one leaves the file untouched; changes made now are not saved.",
	},
	"profiles-write-failed": {
		message: "The change could not be saved ({{cause}}).",
		hint: "Check the disk space and the rights on the data folder, then try again.",
	},
	"broker-not-started": {
		message: "The built-in broker could not start ({{cause}}).",
		hint: "Another program may hold its port. Stop it, or try again: Parley then looks for a free one.",
	},
};

/** What a `not-found` may be about: its detail's `what`. */
export const FAILURE_NOUN = {
	connection: "connection",
	folder: "folder",
	message: "message",
	repeat: "repeat",
	subscription: "subscription",
} as const;

/** The secrets of a connection in words; a header's is told by its name. */
export const SECRET_TEXT = {
	password: "password",
	tlsKey: "private key",
	tlsPfx: "PFX file",
	tlsPassphrase: "passphrase of the key",
	proxyPassword: "password of the proxy",
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
