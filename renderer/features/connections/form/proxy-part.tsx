import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { sendsProxyLoginOpenly } from "./connection-form.ts";
import { describeProxy } from "./describe-part.ts";
import { FoldedSection } from "./folded-section.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { StoredSecret } from "./stored-secret.tsx";
import { applyProxyKind, type ProxyForm } from "./transport-form.ts";

const KINDS: readonly (readonly [ProxyForm["kind"], TextKey])[] = [
	["none", "form.proxyNone"],
	["system", "form.proxySystem"],
	["http", "form.proxyHttp"],
	["socks5", "form.proxySocks5"],
];

/** Through whom the broker is reached. */
export function ProxyPart(props: FormPartProps) {
	const { form, change, errorOf, touch } = props;
	const say = useText();
	const { proxy } = form;
	const apply = (part: Partial<ProxyForm>) => change({ ...form, proxy: { ...proxy, ...part } });
	const hasServer = proxy.kind === "http" || proxy.kind === "socks5";
	return (
		<FoldedSection title={say("form.proxy")} {...describeProxy(say, form)}>
			<FormCell span={6}>
				<SegmentedControl
					label={say("form.proxyKind")}
					value={proxy.kind}
					options={KINDS.map(([value, label]) => ({ value, label: say(label) }))}
					onChange={(kind) => change({ ...form, proxy: applyProxyKind(proxy, kind) })}
					hint={proxy.kind === "system" ? say("form.proxySystemHint") : hasServer ? say("form.proxyNameHint") : undefined}
				/>
			</FormCell>
			{hasServer ? (
				<>
					<FormCell span={5}>
						<TextField
							label={say("form.proxyHost")}
							name="proxy.host"
							value={proxy.host}
							onChange={(host) => apply({ host })}
							onBlur={() => touch("proxy.host")}
							error={errorOf("proxy.host")}
							mono={true}
						/>
					</FormCell>
					<FormCell span={1}>
						<TextField
							label={say("form.proxyPort")}
							name="proxy.port"
							value={proxy.port}
							onChange={(port) => apply({ port, portIsOwn: port !== "" })}
							onBlur={() => touch("proxy.port")}
							error={errorOf("proxy.port")}
							inputMode="numeric"
							mono={true}
						/>
					</FormCell>
					<FormCell span={3}>
						<TextField
							label={say("form.proxyUsername")}
							name="proxy.username"
							value={proxy.username}
							onChange={(username) => apply({ username })}
							onBlur={() => touch("proxy.username")}
							error={errorOf("proxy.username")}
							warning={sendsProxyLoginOpenly(form) ? say("form.proxyUnencrypted") : null}
						/>
					</FormCell>
					<FormCell span={3}>
						<StoredSecret {...props} secret="proxyPassword" label={say("form.proxyPassword")} />
					</FormCell>
				</>
			) : null}
		</FoldedSection>
	);
}
