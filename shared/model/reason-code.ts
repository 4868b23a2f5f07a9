/**
 * Reason codes in words. A code reaches the page as a number; the words are looked up there in the reader's language by its key.
 * [MQTT 5.0, 2.4; MQTT 3.1.1, 3.2.2.3]
 */
export const REASON_CODE_TEXT = {
	0: "success",
	4: "disconnect with will message",
	16: "no matching subscribers",
	17: "no subscription existed",
	24: "continue authentication",
	25: "re-authenticate",
	128: "unspecified error",
	129: "malformed packet",
	130: "protocol error",
	131: "implementation specific error",
	132: "unsupported protocol version",
	133: "client identifier not valid",
	134: "bad user name or password",
	135: "not authorised",
	136: "server unavailable",
	137: "server busy",
	138: "banned",
	139: "server shutting down",
	140: "bad authentication method",
	141: "keep alive timeout",
	142: "session taken over",
	143: "topic filter invalid",
	144: "topic name invalid",
	145: "packet identifier in use",
	146: "packet identifier not found",
	147: "receive maximum exceeded",
	148: "topic alias invalid",
	149: "packet too large",
	150: "message rate too high",
	151: "quota exceeded",
	152: "administrative action",
	153: "payload format invalid",
	154: "retain not supported",
	155: "QoS not supported",
	156: "use another server",
	157: "server moved",
	158: "shared subscriptions not supported",
	159: "connection rate exceeded",
	160: "maximum connect time",
	161: "subscription identifiers not supported",
	162: "wildcard subscriptions not supported",
} as const satisfies Readonly<Record<number, string>>;

export type ReasonCode = keyof typeof REASON_CODE_TEXT;

export function isReasonCode(code: number): code is ReasonCode {
	return code in REASON_CODE_TEXT;
}

/** "0x87", as the specification writes it. */
export function formatReasonCode(code: number): string {
	return `0x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** The CONNACK return codes of 3.1 and 3.1.1 mean the same as these reason codes of 5. [MQTT-3.2.2.3] */
export const CONNACK_RETURN_CODE: Readonly<Record<number, ReasonCode>> = {
	1: 0x84,
	2: 0x85,
	3: 0x88,
	4: 0x86,
	5: 0x87,
};

/** The next step for the codes that call for a particular one; `REASON_CODE_ADVICE_DEFAULT` for all others. */
export const REASON_CODE_ADVICE = {
	129: "Something between here and the broker may change packets. The broker's log may say more.",
	132: "Choose another MQTT version for this connection.",
	133: "Choose another Client ID: shorter, and of letters and digits only.",
	134: "Check Username and Password.",
	135: "Check Username and Password, and what the broker allows this user to do.",
	136: "The broker is not ready. Try again in a while.",
	137: "The broker is busy. Try again in a while.",
	138: "Ask the broker's operator: this client is banned.",
	139: "The broker is being shut down. With Auto Reconnect on, Parley keeps trying.",
	140: "Choose an authentication method that the broker knows.",
	141: "Check the network, or choose a longer Keep Alive.",
	143: "Choose another topic filter: this broker does not accept that one.",
	144: "Choose another topic: this broker does not accept that one.",
	147: "Too many messages were under way at once. With Auto Reconnect on, Parley keeps trying.",
	149: "Send a smaller packet, or raise the broker's limit.",
	150: "Publish less often. Parley waits longer than usual before it comes back.",
	151: "Wait, or ask the broker's operator for a larger quota. Parley waits longer than usual before it comes back.",
	152: "Ask the broker's operator: somebody ended this connection.",
	153: "Check the payload and its Payload Format.",
	154: "Publish and set the last will without Retain.",
	155: "Choose a lower QoS.",
	156: "Connect to the server that it names, if you trust it, or ask the operator for its address.",
	157: "Connect to the server that it names, if you trust it, or ask the operator for its address.",
	159: "Too many connections in a short time. Parley waits longer than usual before it comes back.",
	160: "The broker limits how long a connection may last. Connect again.",
} as const satisfies Partial<Record<ReasonCode, string>>;

export const REASON_CODE_ADVICE_DEFAULT = "The broker's log may say more.";
