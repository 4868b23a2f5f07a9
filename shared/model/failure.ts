/**
 * Expected trouble as data. A Failure is a sentence and a next step; its `code` is a closed union, so that the page can say it in
 * the reader's language and a switch over it can be complete. What is not expected is thrown, and becomes `internal-error`.
 */
import type { CertificateFacts } from "./tls.ts";

export type FailureCode =
	// The border
	| "link-closed"
	| "aborted"
	| "stale-page"
	| "internal-error"
	| "unknown-command"
	| "invalid-input"
	// Reaching a broker
	| "host-not-found"
	| "refused"
	| "unreachable"
	| "connect-timeout"
	| "proxy-timeout"
	| "tls-timeout"
	| "websocket-timeout"
	| "connack-timeout"
	| "proxy-not-found"
	| "proxy-refused"
	| "proxy-unreachable"
	| "proxy-login"
	| "proxy-refused-target"
	| "proxy-socks-refused"
	| "proxy-broken"
	| "proxy-unsupported"
	| "tls-untrusted"
	| "tls-self-signed"
	| "tls-expired"
	| "tls-not-yet-valid"
	| "tls-wrong-host"
	| "tls-certificate-refused"
	| "tls-pin-changed"
	| "tls-client-certificate"
	| "tls-client-refused"
	| "tls-key-mismatch"
	| "tls-passphrase"
	| "tls-client-expired"
	| "tls-client-unreadable"
	| "tls-version"
	| "tls-alpn"
	| "tls-failed"
	| "tls-to-plain-port"
	| "plain-to-tls-port"
	| "websocket-status"
	| "websocket-unauthorised"
	| "websocket-forbidden"
	| "websocket-path-unknown"
	| "websocket-redirected"
	| "websocket-failed"
	// What the broker said, or did not say
	| "connack-refused"
	| "scram-unacceptable"
	| "scram-server-unproven"
	| "scram-characters"
	| "authentication-endless"
	| "authentication-data-invalid"
	| "will-qos-refused"
	| "will-retain-refused"
	| "server-disconnect"
	| "taken-over"
	| "keep-alive-lost"
	| "connection-lost"
	| "connection-closed"
	| "closed-repeatedly"
	| "closed-before-connack"
	| "protocol-error"
	| "not-mqtt"
	// Commands
	| "not-found"
	| "not-connected"
	| "name-taken"
	| "folder-name-taken"
	| "folder-into-itself"
	| "no-will-to-send"
	| "already-subscribed"
	| "secrets-needed"
	| "secret-not-kept"
	| "client-id-needed"
	| "offline-qos-0"
	| "above-maximum-qos"
	| "retain-unavailable"
	| "wildcards-unavailable"
	| "shared-subscriptions-unavailable"
	| "identifiers-unavailable"
	| "subscription-too-large"
	| "above-maximum-packet-size"
	| "above-topic-alias-maximum"
	| "publish-refused"
	| "session-lost"
	| "message-deleted"
	| "delivery-under-way"
	| "selection-too-scattered"
	| "selection-busy"
	| "copy-too-large"
	| "clipboard-refused"
	| "file-unreadable"
	| "sent-meanwhile"
	| "qos-2-downgraded"
	| "needs-mqtt-5"
	| "too-many-saved-messages"
	| "saved-messages-unreadable"
	| "saved-messages-newer"
	| "file-too-large-to-save"
	| "draft-too-large"
	| "drafts-too-large"
	| "answers-not-subscribed"
	// Storage and the built-in broker
	| "data-folder-in-use"
	| "data-folder-not-writable"
	| "history-set-aside"
	| "history-newer"
	| "history-write-failed"
	| "profiles-set-aside"
	| "profiles-partly-damaged"
	| "profiles-unreadable"
	| "profiles-newer"
	| "profiles-write-failed"
	| "broker-not-started";

export type FailureDetail = Readonly<Record<string, string | number>>;

export interface Failure {
	readonly code: FailureCode;
	/** What happened, one English sentence. The page says it in the reader's language from `code` and `detail`. */
	readonly message: string;
	/** What to do next, one English sentence. */
	readonly hint: string;
	/** The values inside the sentences. Hostile text (a broker's reason string) may be among them: show as text only. */
	readonly detail?: FailureDetail;
	/** With `invalid-input`: which fields, and which rule each breaks. */
	readonly problems?: readonly FieldProblem[];
	/** Where a server's certificate was refused: the chain as it was presented, its own first. */
	readonly certificates?: readonly CertificateFacts[];
}

/** A rule that a field breaks. The page shows it at the field; the contract refuses the command with it. */
export interface FieldProblem {
	/** Dotted path inside the input, e.g. `will.topic`. */
	readonly field: string;
	readonly rule: Rule;
	readonly detail?: FailureDetail;
}

export type Rule =
	| "required"
	| "wrong-shape"
	| "not-a-number"
	| "too-long"
	| "out-of-range"
	| "host-invalid"
	| "path-invalid"
	| "nul-character"
	| "lone-surrogate"
	| "topic-empty"
	| "topic-wildcard"
	| "filter-empty"
	| "filter-hash-not-last"
	| "filter-hash-not-alone"
	| "filter-plus-not-alone"
	| "share-group-missing"
	| "share-group-invalid"
	| "share-filter-missing"
	| "filter-repeated"
	| "no-local-shared"
	| "identifiers-unavailable"
	| "password-without-username"
	| "client-id-needed"
	| "json-invalid"
	| "hex-invalid"
	| "base64-invalid"
	| "server-name-invalid"
	| "alpn-invalid"
	| "header-name-invalid"
	| "header-reserved"
	| "header-repeated"
	| "header-value-invalid"
	| "certificate-invalid"
	| "certificate-expired"
	| "certificate-holds-key"
	| "key-invalid"
	| "key-mismatch"
	| "passphrase-needed"
	| "passphrase-wrong"
	| "pfx-invalid"
	| "pfx-outdated";
