import { RefreshCw } from "lucide-react";
import type { ClipboardEvent, ReactNode, RefObject } from "react";
import { needsClientId } from "../../../../shared/contract/connection.ts";
import type { MqttVersion, Protocol } from "../../../../shared/model/connection.ts";
import { createClientId } from "../../../../shared/model/create-client-id.ts";
import { type SayText, useText } from "../../../i18n/use-text.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { readClientIdHint } from "./client-id.ts";
import {
	applyBrokerUrl,
	applyHost,
	applyName,
	applyPort,
	applyProtocol,
	type ConnectionForm,
	sendsSecretsOpenly,
} from "./connection-form.ts";
import { FormCell } from "./form-cell.tsx";
import { type FormPartProps, FormSection } from "./form-section.tsx";
import { parseBrokerUrl } from "./parse-broker-url.ts";
import { StoredSecret } from "./stored-secret.tsx";

const PROTOCOLS: readonly Protocol[] = ["mqtt", "mqtts", "ws", "wss"];
const VERSIONS: readonly MqttVersion[] = ["5.0", "3.1.1", "3.1"];

export function GeneralPart(
	props: FormPartProps & {
		readonly takenNames: ReadonlySet<string>;
		readonly firstField: RefObject<HTMLInputElement | null>;
		/** The choice of a folder; null = there are none. */
		readonly folder: ReactNode;
	},
) {
	const { form, change, errorOf, touch, takenNames, firstField, folder } = props;
	const say = useText();
	const hasPath = form.protocol === "ws" || form.protocol === "wss";

	const pasteHost = (event: ClipboardEvent<HTMLInputElement>) => {
		const url = parseBrokerUrl(event.clipboardData.getData("text"));
		if (url === null) return;
		event.preventDefault();
		change(applyBrokerUrl(form, url, takenNames));
	};

	return (
		<FormSection title={say("form.general")}>
			<FormCell span={folder === null ? 6 : 4}>
				<TextField
					label={say("form.name")}
					name="name"
					ref={firstField}
					value={form.name}
					onChange={(name) => change(applyName(form, name))}
					onBlur={() => touch("name")}
					isProposal={!form.nameIsOwn}
					error={errorOf("name")}
				/>
			</FormCell>
			{folder === null ? null : <FormCell span={2}>{folder}</FormCell>}
			<FormCell span={6}>
				<SegmentedControl
					label={say("form.protocol")}
					value={form.protocol}
					options={PROTOCOLS.map((value) => ({ value, label: `${value}://` }))}
					onChange={(protocol) => change(applyProtocol(form, protocol))}
					mono={true}
				/>
			</FormCell>
			<FormCell span={hasPath ? 3 : 5}>
				<TextField
					label={say("form.host")}
					name="host"
					value={form.host}
					onChange={(host) => change(applyHost(form, host, takenNames))}
					onBlur={() => touch("host")}
					onPaste={pasteHost}
					error={errorOf("host")}
					hint={say("form.hostHint")}
					mono={true}
				/>
			</FormCell>
			<FormCell span={1}>
				<TextField
					label={say("form.port")}
					name="port"
					value={form.port}
					onChange={(port) => change(applyPort(form, port))}
					onBlur={() => touch("port")}
					error={errorOf("port")}
					inputMode="numeric"
					mono={true}
				/>
			</FormCell>
			{hasPath ? (
				<FormCell span={2}>
					<TextField
						label={say("form.path")}
						name="path"
						value={form.path}
						onChange={(path) => change({ ...form, path })}
						onBlur={() => touch("path")}
						error={errorOf("path")}
						mono={true}
					/>
				</FormCell>
			) : null}
			<FormCell span={3}>
				<TextField
					label={say("form.clientId")}
					name="clientId"
					value={form.clientId}
					onChange={(clientId) => change({ ...form, clientId })}
					onBlur={() => touch("clientId")}
					error={errorOf("clientId")}
					hint={form.clientId === "" && !needsClientId(form) ? say("form.clientIdEmpty") : undefined}
					warning={readClientIdWarning(say, form)}
					mono={true}
					action={
						<IconButton
							icon={RefreshCw}
							label={say("form.regenerate")}
							onPress={() => change({ ...form, clientId: createClientId() })}
						/>
					}
				/>
			</FormCell>
			<FormCell span={3}>
				<SegmentedControl
					label={say("form.version")}
					value={form.version}
					options={VERSIONS.map((value) => ({ value, label: value }))}
					onChange={(version) => change({ ...form, version })}
				/>
			</FormCell>
			<FormCell span={3}>
				<TextField
					label={say("form.username")}
					name="username"
					value={form.username}
					onChange={(username) => change({ ...form, username })}
					onBlur={() => touch("username")}
					error={errorOf("username")}
					warning={readSecretsWarning(say, form)}
				/>
			</FormCell>
			<FormCell span={3}>
				<StoredSecret {...props} secret="password" label={say("form.password")} />
			</FormCell>
		</FormSection>
	);
}

function readClientIdWarning(say: SayText, form: ConnectionForm): string | null {
	const hint = readClientIdHint(form.clientId, form.version);
	if (hint === null) return null;
	if (hint.kind === "long") return say("form.clientIdLong", { version: form.version, bytes: hint.bytes });
	return say("form.clientIdCharacters", { version: form.version });
}

function readSecretsWarning(say: SayText, form: ConnectionForm): string | null {
	if (!sendsSecretsOpenly(form)) return null;
	return say("form.passwordUnencrypted", { protocol: form.protocol, safer: form.protocol === "ws" ? "wss" : "mqtts" });
}
