import { MessagesSquare, Rows3 } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "../../../renderer/ui/checkbox.tsx";
import type { MarkColour } from "../../../renderer/ui/mark.tsx";
import { MarkChoice } from "../../../renderer/ui/mark-choice.tsx";
import { SegmentedControl } from "../../../renderer/ui/segmented-control.tsx";
import { Select } from "../../../renderer/ui/select.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";
import { MARKS } from "../marks.ts";

const STATES = ["hover", "focus"] as const;
const QOS = [0, 1, 2].map((value) => ({ value, label: String(value) }));
const VIEWS = [
	{ value: "chat", label: "Chat", icon: MessagesSquare },
	{ value: "compact", label: "Compact", icon: Rows3 },
];
const FORMATS = [
	{ value: "text", label: "Text" },
	{ value: "json", label: "JSON" },
	{ value: "hex", label: "Hex", disabled: true },
] as const;

export function ChoiceGroup() {
	const [qos, setQos] = useState(1);
	const [format, setFormat] = useState<"text" | "json" | "hex">("json");
	const [view, setView] = useState("compact");
	const [mark, setMark] = useState<MarkColour>("green");
	return (
		<KitGroup name="choices" title="Choices">
			{[false, true].map((checked) => (
				<KitRow key={String(checked)} name={checked ? "Checkbox, ticked" : "Checkbox"}>
					<KitItem label="rest">
						<Checkbox label="Retain" checked={checked} onChange={ignore} />
					</KitItem>
					{STATES.map((show) => (
						<KitItem key={show} show={show}>
							<Checkbox label="Retain" checked={checked} onChange={ignore} />
						</KitItem>
					))}
					<KitItem label="disabled">
						<Checkbox label="Retain" checked={checked} onChange={ignore} disabled={true} />
					</KitItem>
					<KitItem width="middle">
						{checked ? (
							<Checkbox label="Auto Reconnect" checked={true} onChange={ignore} warning="Paused: taken over by another client." />
						) : (
							<Checkbox label="Clean Start" checked={false} onChange={ignore} hint="The broker keeps the session for an hour." />
						)}
					</KitItem>
				</KitRow>
			))}
			<KitRow name="SegmentedControl">
				<KitItem label="rest">
					<SegmentedControl label="QoS" value={qos} options={QOS} onChange={setQos} />
				</KitItem>
				{STATES.map((show) => (
					<KitItem key={show} show={show}>
						<SegmentedControl label="QoS" value={1} options={QOS} onChange={ignore} />
					</KitItem>
				))}
				<KitItem label="disabled">
					<SegmentedControl label="QoS" value={1} options={QOS} onChange={ignore} disabled={true} />
				</KitItem>
				<KitItem label="one disabled">
					<SegmentedControl label="Format" value={format} options={FORMATS} onChange={setFormat} />
				</KitItem>
				<KitItem label="small, monospaced">
					<SegmentedControl label="Format" value={format} options={FORMATS} onChange={setFormat} size="small" mono={true} />
				</KitItem>
			</KitRow>
			<KitRow name="SegmentedControl, with icons, and folded to them in a narrow bar">
				<KitItem label="rest">
					<SegmentedControl label="View" value={view} options={VIEWS} onChange={setView} size="small" />
				</KitItem>
				<KitItem label="in a narrow bar">
					<div style={{ container: "bar / inline-size", width: "8rem" }}>
						<SegmentedControl label="View" value={view} options={VIEWS} onChange={setView} size="small" foldsInBar="last" />
					</div>
				</KitItem>
			</KitRow>
			<KitRow name="Select">
				<KitItem label="rest">
					<Select label="Version" value={2} options={QOS} onChange={ignore} />
				</KitItem>
				{STATES.map((show) => (
					<KitItem key={show} show={show}>
						<Select label="Version" value={2} options={QOS} onChange={ignore} />
					</KitItem>
				))}
				<KitItem label="disabled">
					<Select label="Version" value={2} options={QOS} onChange={ignore} disabled={true} />
				</KitItem>
				<KitItem label="small">
					<Select label="Version" value={2} options={QOS} onChange={ignore} size="small" />
				</KitItem>
			</KitRow>
			<KitRow name="MarkChoice">
				<KitItem label="rest">
					<MarkChoice label="Colour" value={mark} options={MARKS.map((value) => ({ value, label: value }))} onChange={setMark} />
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
