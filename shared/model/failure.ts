/**
 * Expected trouble as data. A Failure is a sentence and a next step; its `code` is a closed union, so that the page can say it in
 * the reader's language and a switch over it can be complete. What is not expected is thrown, and becomes `internal-error`.
 */
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
	| "tls-untrusted"
	| "tls-expired"
	| "tls-wrong-host"
	| "tls-client-certificate"
	| "tls-failed"
	| "tls-to-plain-port"
	| "plain-to-tls-port"
	| "websocket-status"
	| "websocket-failed"
	// What the broker said, or did not say
	| "connack-refused"
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
	| "password-needed"
	| "password-not-kept"
	| "client-id-needed"
	| "offline-qos-0"
	| "above-maximum-qos"
	| "retain-unavailable"
	| "wildcards-unavailable"
	| "shared-subscriptions-unavailable"
	| "above-maximum-packet-size"
	| "above-topic-alias-maximum"
	| "publish-refused"
	| "session-lost"
	| "file-unreadable"
	| "sent-meanwhile"
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
	| "password-without-username"
	| "client-id-needed"
	| "json-invalid"
	| "hex-invalid"
	| "base64-invalid"
	| "certificate-invalid";
