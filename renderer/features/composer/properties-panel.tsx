import type { FieldProblem } from "../../../shared/model/failure.ts";
import type { WrittenProperties } from "../../../shared/model/written-message.ts";
import { parseProperties } from "../../actions/parse-properties.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { useText } from "../../i18n/use-text.ts";
import { PairRows } from "../../ui/pair-rows.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./properties-panel.module.css";
import { useChangeDraft, useComposer, useOffer } from "./use-composer.ts";

/** Everything that a PUBLISH of MQTT 5 can carry besides topic and payload. What is left empty is not sent. */
export function PropertiesPanel({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const properties = useComposer(connectionId, (entry) => entry.draft.properties);
	const change = useChangeDraft(connectionId);
	const { topicAliasMaximum, isConnected } = useOffer(connectionId);
	const put = (part: Partial<WrittenProperties>) => change({ properties: { ...properties, ...part } });
	const parsed = parseProperties(properties);
	const isAliasBeyond = (parsed.properties.topicAlias ?? 0) > topicAliasMaximum;
	return (
		<section className={styles["panel"]} aria-label={say("composer.properties")}>
			<div className={styles["grid"]}>
				<SegmentedControl<WrittenProperties["payloadFormat"]>
					label={say("inspector.property.payloadIsUtf8")}
					value={properties.payloadFormat}
					options={[
						{ value: "unset", label: say("composer.notSent") },
						{ value: "bytes", label: say("composer.asBytes") },
						{ value: "utf8", label: say("composer.asUtf8") },
					]}
					onChange={(payloadFormat) => put({ payloadFormat })}
				/>
				<TextField
					label={say("inspector.property.contentType")}
					placeholder="application/json"
					value={properties.contentType}
					error={findProblem("contentType")}
					onChange={(contentType) => put({ contentType })}
				/>
				<TextField
					label={say("inspector.property.messageExpirySeconds")}
					inputMode="numeric"
					unit="s"
					value={properties.messageExpiry}
					error={findProblem("messageExpiry")}
					onChange={(messageExpiry) => put({ messageExpiry })}
				/>
				<TextField
					label={say("inspector.property.topicAlias")}
					inputMode="numeric"
					value={properties.topicAlias}
					disabled={isConnected && topicAliasMaximum === 0 && properties.topicAlias === ""}
					hint={isConnected && !isAliasBeyond ? readAliasHint() : undefined}
					error={isAliasBeyond ? readAliasHint() : findProblem("topicAlias")}
					onChange={(topicAlias) => put({ topicAlias })}
				/>
				<TextField
					label={say("inspector.property.responseTopic")}
					mono={true}
					value={properties.responseTopic}
					error={findProblem("responseTopic")}
					onChange={(responseTopic) => put({ responseTopic })}
				/>
				<TextField
					label={say("inspector.property.correlationData")}
					mono={true}
					value={properties.correlation}
					error={findProblem("correlation")}
					onChange={(correlation) => put({ correlation })}
					aside={
						<SegmentedControl<WrittenProperties["correlationSyntax"]>
							label={say("composer.correlationSyntax")}
							hideLabel={true}
							size="small"
							value={properties.correlationSyntax}
							options={[
								{ value: "text", label: say("composer.formats.text") },
								{ value: "hex", label: say("composer.formats.hex") },
								{ value: "base64", label: say("composer.formats.base64") },
							]}
							onChange={(correlationSyntax) => put({ correlationSyntax })}
						/>
					}
				/>
			</div>
			<PairRows
				label={say("inspector.userProperty")}
				value={properties.userProperties}
				keyLabel={say("composer.userProperty.key")}
				valueLabel={say("composer.userProperty.value")}
				addLabel={say("composer.userProperty.add")}
				removeLabel={say("composer.userProperty.remove")}
				moveUpLabel={say("composer.userProperty.moveUp")}
				error={findProblem("userProperties")}
				onChange={(userProperties) => put({ userProperties })}
			/>
		</section>
	);

	function findProblem(field: keyof WrittenProperties | "correlation"): string | null {
		const problem: FieldProblem | undefined = parsed.problems.find((each) => each.field === field);
		if (problem === undefined) return null;
		if (problem.field === "correlation" && problem.rule === "wrong-shape") {
			return say(properties.correlationSyntax === "hex" ? "composer.notHex" : "composer.notBase64");
		}
		return formatRule(say, problem);
	}

	function readAliasHint(): string {
		return topicAliasMaximum === 0 ? say("composer.noAliases") : say("composer.mostAliases", { maximum: topicAliasMaximum });
	}
}
