import { type Granted, SESSION_NEVER_EXPIRES } from "../../../../shared/model/connection.ts";
import { formatDuration } from "../../../i18n/format-duration.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { describeSession } from "./describe-part.ts";
import { FoldedSection } from "./folded-section.tsx";
import { FormCell } from "./form-cell.tsx";
import type { FormPartProps } from "./form-section.tsx";
import { parseWholeNumber } from "./parse-whole-number.ts";
import { ReconnectFields } from "./reconnect-fields.tsx";
import { formatSessionRule } from "./session-rule.ts";

/** Times, reconnect, and what the broker keeps; the rule that follows from it stands below in one sentence. */
/** `granted`: what the broker decided for the connection that is open now. */
export function SessionPart(props: FormPartProps & { readonly granted: Granted | null }) {
	const { form, change, errorOf, touch, granted } = props;
	const say = useText();
	const is5 = form.version === "5.0";
	const expiry = form.neverExpires ? SESSION_NEVER_EXPIRES : parseWholeNumber(form.sessionExpirySeconds);
	const rule =
		expiry === undefined || Number.isNaN(expiry)
			? undefined
			: formatSessionRule(say, { version: form.version, cleanStart: form.cleanStart, sessionExpirySeconds: expiry });
	return (
		<FoldedSection title={say("form.session")} {...describeSession(say, form)}>
			<FormCell span={2}>
				<TextField
					label={say("form.connectTimeout")}
					name="connectTimeoutSeconds"
					value={form.connectTimeoutSeconds}
					onChange={(connectTimeoutSeconds) => change({ ...form, connectTimeoutSeconds })}
					onBlur={() => touch("connectTimeoutSeconds")}
					error={errorOf("connectTimeoutSeconds")}
					unit={say("form.seconds")}
					inputMode="numeric"
				/>
			</FormCell>
			<FormCell span={2}>
				<TextField
					label={say("form.keepAlive")}
					name="keepAliveSeconds"
					value={form.keepAliveSeconds}
					onChange={(keepAliveSeconds) => change({ ...form, keepAliveSeconds })}
					onBlur={() => touch("keepAliveSeconds")}
					error={errorOf("keepAliveSeconds")}
					hint={
						granted?.keepAliveFromServer === true
							? say("form.keepAliveServer", { duration: formatDuration(say, granted.keepAliveSeconds) })
							: undefined
					}
					warning={form.keepAliveSeconds.trim() === "0" ? say("form.keepAliveOff") : null}
					unit={say("form.seconds")}
					inputMode="numeric"
				/>
			</FormCell>
			<FormCell span={2} beside={true}>
				<Checkbox
					label={say("form.autoReconnect")}
					checked={form.autoReconnect}
					onChange={(autoReconnect) => change({ ...form, autoReconnect })}
				/>
			</FormCell>
			<ReconnectFields {...props} />
			<FormCell span={6}>
				<Checkbox
					label={say("form.connectAtStart")}
					checked={form.connectAtStart}
					onChange={(connectAtStart) => change({ ...form, connectAtStart })}
				/>
			</FormCell>
			<FormCell span={6}>
				<Checkbox
					label={say(is5 ? "form.cleanStart" : "form.cleanSession")}
					checked={form.cleanStart}
					onChange={(cleanStart) => change({ ...form, cleanStart })}
					hint={rule}
				/>
			</FormCell>
			{is5 ? (
				<>
					<FormCell span={3}>
						<TextField
							label={say("form.sessionExpiry")}
							name="sessionExpirySeconds"
							value={form.sessionExpirySeconds}
							onChange={(sessionExpirySeconds) => change({ ...form, sessionExpirySeconds })}
							onBlur={() => touch("sessionExpirySeconds")}
							error={errorOf("sessionExpirySeconds")}
							disabled={form.neverExpires}
							unit={say("form.seconds")}
							inputMode="numeric"
						/>
					</FormCell>
					<FormCell span={3} beside={true}>
						<Checkbox
							label={say("form.neverExpires")}
							checked={form.neverExpires}
							onChange={(neverExpires) => change({ ...form, neverExpires })}
						/>
					</FormCell>
				</>
			) : null}
		</FoldedSection>
	);
}
