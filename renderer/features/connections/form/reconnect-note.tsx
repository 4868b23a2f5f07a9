import { RefreshCw } from "lucide-react";
import { type ConnectSetting, listReconnectSettings } from "../../../../shared/model/connect-settings.ts";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Banner } from "../../../ui/banner.tsx";
import type { ConnectionForm } from "./connection-form.ts";
import { readForm } from "./read-form.ts";
import { readSecretChanges } from "./secret-form.ts";

const LABELS: Readonly<Record<ConnectSetting, TextKey>> = {
	protocol: "form.protocol",
	host: "form.host",
	port: "form.port",
	path: "form.path",
	clientId: "form.clientId",
	username: "form.username",
	version: "form.version",
	keepAliveSeconds: "form.keepAlive",
	cleanStart: "form.cleanStart",
	sessionExpirySeconds: "form.sessionExpiry",
	proxy: "form.proxy",
	webSocketHeaders: "form.headers",
	tls: "form.tls",
	properties: "form.properties",
	authentication: "form.authentication",
	will: "form.lastWill",
};

/** While the connection is open: which of the changes wait for the next connect. */
export function ReconnectNote({ profile, form }: { readonly profile: ConnectionProfile; readonly form: ConnectionForm }) {
	const say = useText();
	const read = readForm(form);
	if (!read.ok) return null;
	const changed = listReconnectSettings(profile, read.value).map((setting) => {
		const label = setting === "cleanStart" && form.version !== "5.0" ? "form.cleanSession" : LABELS[setting];
		return say(label);
	});
	const hasNewSecrets = Object.keys(readSecretChanges(form.secrets)).length > 0;
	const settings = hasNewSecrets ? [...changed, say("form.password")] : changed;
	if (settings.length === 0) return null;
	return (
		<Banner
			tone="info"
			icon={RefreshCw}
			message={say("form.reconnectSettings", { settings: settings.join(say("conversation.message.separator")) })}
		/>
	);
}
