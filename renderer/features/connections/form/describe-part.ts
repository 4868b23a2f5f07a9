/** What a part of the connection form holds, in a few words, and whether any of it is the person's own: what a folded part says. */
import { CONNECTION_DEFAULTS } from "../../../../shared/model/connection-defaults.ts";
import type { TextKey } from "../../../i18n/text-key.ts";
import type { SayText } from "../../../i18n/use-text.ts";
import { type ConnectionForm, readConnectionForm } from "./connection-form.ts";

export interface PartDescription {
	readonly summary: string;
	readonly startsOpen: boolean;
}

const SESSION_FIELDS = [
	"connectTimeoutSeconds",
	"keepAliveSeconds",
	"autoReconnect",
	"reconnectDelaySeconds",
	"reconnectCeilingSeconds",
	"reconnectAttempts",
	"cleanStart",
	"sessionExpirySeconds",
	"neverExpires",
	"connectAtStart",
] as const satisfies readonly (keyof ConnectionForm)[];

const UNTOUCHED = readConnectionForm({ ...CONNECTION_DEFAULTS, id: "", name: "", host: "", port: 0, clientId: "", secrets: [] });

export function describeSession(say: SayText, form: ConnectionForm): PartDescription {
	return {
		summary: list(say, [
			`${say("form.keepAlive")} ${form.keepAliveSeconds} ${say("form.seconds")}`,
			...(form.autoReconnect ? [say("form.autoReconnect")] : []),
			...(form.cleanStart ? [say(form.version === "5.0" ? "form.cleanStart" : "form.cleanSession")] : []),
			...(form.connectAtStart ? [say("form.connectAtStart")] : []),
		]),
		startsOpen: SESSION_FIELDS.some((field) => form[field] !== UNTOUCHED[field]),
	};
}

const PROXY_KINDS = {
	none: "form.proxyNone",
	system: "form.proxySystem",
	http: "form.proxyHttp",
	socks5: "form.proxySocks5",
} as const satisfies Record<string, TextKey>;

export function describeProxy(say: SayText, { proxy }: ConnectionForm): PartDescription {
	const hasServer = (proxy.kind === "http" || proxy.kind === "socks5") && proxy.host !== "";
	const kind = say(PROXY_KINDS[proxy.kind]);
	return { summary: hasServer ? `${kind} ${proxy.host}:${proxy.port}` : kind, startsOpen: proxy.kind !== "none" };
}

export function describeAuthentication(say: SayText, { authentication }: ConnectionForm): PartDescription {
	const { kind, hash, method } = authentication;
	if (kind === "none") return { summary: say("form.authenticationNone"), startsOpen: false };
	return { summary: kind === "scram" ? `SCRAM-${hash}` : method || say("form.authenticationOther"), startsOpen: true };
}

export function describeProperties(say: SayText, { properties }: ConnectionForm): PartDescription {
	const named: readonly (readonly [TextKey, boolean])[] = [
		["form.receiveMaximum", properties.receiveMaximum !== ""],
		["form.maximumPacket", properties.maximumPacketBytes !== ""],
		["form.topicAliasMaximum", properties.topicAliasMaximum !== ""],
		["form.requestResponseInformation", properties.requestResponseInformation !== "unset"],
		["form.requestProblemInformation", properties.requestProblemInformation !== "unset"],
		["form.userProperties", properties.userProperties.length > 0],
	];
	const set = named.filter(([, isSet]) => isSet).map(([label]) => say(label));
	return { summary: set.length === 0 ? say("form.unset") : list(say, set), startsOpen: set.length > 0 };
}

export function describeWill(say: SayText, { will }: ConnectionForm): PartDescription {
	if (!will.isOn) return { summary: say("form.authenticationNone"), startsOpen: false };
	return { summary: will.topic || say("form.will"), startsOpen: true };
}

function list(say: SayText, parts: readonly string[]): string {
	return parts.join(say("conversation.message.separator"));
}
