import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../../renderer/ui/icon-button.tsx";
import { type Pair, PairRows } from "../../../renderer/ui/pair-rows.tsx";
import { SearchField } from "../../../renderer/ui/search-field.tsx";
import { TextArea } from "../../../renderer/ui/text-area.tsx";
import { TextField, type TextFieldProps } from "../../../renderer/ui/text-field.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";

const TOPIC = "factory/hall-7/line-3/press-12/bearing/temperature/celsius";

const PAIRS: readonly Pair[] = [
	{ key: "site", value: "hall-7" },
	{ key: "site", value: "hall-8" },
];
const PAIR_WORDS = {
	label: "User Properties",
	keyLabel: "Key",
	valueLabel: "Value",
	addLabel: "Add property",
	removeLabel: "Remove property",
	moveUpLabel: "Move up property",
};

function Sample({
	initial = "broker.example.org",
	...props
}: Omit<TextFieldProps, "value" | "onChange"> & { readonly initial?: string }) {
	const [value, setValue] = useState(initial);
	return <TextField {...props} value={value} onChange={setValue} />;
}

export function FieldGroup() {
	const [sought, setSought] = useState("temperature");
	const [pairs, setPairs] = useState(PAIRS);
	return (
		<KitGroup name="fields" title="Fields">
			<KitRow name="TextField">
				<KitItem width="narrow" label="rest">
					<Sample label="Host" />
				</KitItem>
				<KitItem width="narrow" show="hover">
					<Sample label="Host" />
				</KitItem>
				<KitItem width="narrow" show="focus">
					<Sample label="Host" />
				</KitItem>
				<KitItem width="narrow" label="empty">
					<Sample label="Host" initial="" placeholder="localhost" />
				</KitItem>
				<KitItem width="narrow" label="disabled">
					<Sample label="Host" disabled={true} />
				</KitItem>
				<KitItem width="narrow" label="unit">
					<Sample label="Keep Alive" initial="60" unit="s" inputMode="numeric" />
				</KitItem>
				<KitItem width="middle" label="long, monospaced">
					<Sample label="Topic" initial={TOPIC} mono={true} />
				</KitItem>
				<KitItem width="middle" label="action">
					<Sample
						label="Client ID"
						initial="parley_k3x9q0ab"
						mono={true}
						action={<IconButton label="New Client ID" icon={RefreshCw} onPress={ignore} />}
					/>
				</KitItem>
				<KitItem width="middle" label="error">
					<Sample label="Port" initial="70000" error="From 1 to 65,535." />
				</KitItem>
				<KitItem width="middle" show="focus" label="error, focus">
					<Sample label="Port" initial="70000" error="From 1 to 65,535." />
				</KitItem>
				<KitItem width="middle" label="warning">
					<Sample label="Password" type="password" initial="secret" warning="It would cross the network unencrypted." />
				</KitItem>
				<KitItem width="middle" label="hint">
					<Sample label="Path" initial="/mqtt" hint="Where the broker takes WebSockets." />
				</KitItem>
			</KitRow>
			<KitRow name="TextArea">
				<KitItem width="middle" label="rest">
					<TextArea label="Payload" value={'{"celsius": 21.5}'} onChange={ignore} mono={true} rows={2} />
				</KitItem>
				<KitItem width="middle" show="focus">
					<TextArea label="Payload" value={'{"celsius": 21.5}'} onChange={ignore} mono={true} rows={2} />
				</KitItem>
				<KitItem width="middle" label="error">
					<TextArea label="Payload" value={'{"celsius": '} onChange={ignore} mono={true} rows={2} error="JSON ends too early." />
				</KitItem>
				<KitItem width="middle" label="disabled">
					<TextArea label="Payload" value="" placeholder="Nothing can be sent now" onChange={ignore} rows={2} disabled={true} />
				</KitItem>
			</KitRow>
			<KitRow name="PairRows">
				<KitItem width="wide" label="rest">
					<PairRows {...PAIR_WORDS} value={pairs} onChange={setPairs} />
				</KitItem>
				<KitItem width="wide" label="error">
					<PairRows
						{...PAIR_WORDS}
						value={PAIRS.slice(0, 1)}
						onChange={ignore}
						error="The NUL character is not allowed in MQTT text."
					/>
				</KitItem>
				<KitItem width="middle" label="empty">
					<PairRows {...PAIR_WORDS} value={[]} onChange={ignore} hint="Sent in this order; a key may repeat." />
				</KitItem>
			</KitRow>
			<KitRow name="SearchField">
				<KitItem width="middle" label="empty">
					<SearchField label="Search connections" clearLabel="Clear" value="" onChange={ignore} />
				</KitItem>
				<KitItem width="middle" label="filled">
					<SearchField label="Search messages" clearLabel="Clear" value={sought} onChange={setSought} />
				</KitItem>
				<KitItem width="middle" show="focus">
					<SearchField label="Search topics" clearLabel="Clear" value="" onChange={ignore} />
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
