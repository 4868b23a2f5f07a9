import { Copy } from "lucide-react";
import { useState } from "react";
import { encodeBase64, encodeBase64InSteps } from "../../../shared/payload/encode-base64.ts";
import { copyText } from "../../actions/copy-text.ts";
import { driveSteps } from "../../actions/drive-steps.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { VirtualRows } from "../../ui/virtual-rows.tsx";
import { countColumns } from "./count-columns.ts";
import styles from "./hex-view.module.css";
import tabStyles from "./payload-tab.module.css";

/** The payload as base64, in lines of what fits; copied without line breaks. */
export function Base64View({ bytes }: { readonly bytes: Uint8Array }) {
	const say = useText();
	const context = useActionContext();
	const [columns, setColumns] = useState(40);
	if (bytes.byteLength === 0) return <p className={tabStyles["reason"]}>{say("conversation.message.emptyPayload")}</p>;
	/** Four characters for three bytes. */
	const rowBytes = Math.floor(columns / 4) * 3;
	const copy = async () => {
		const text = await driveSteps(encodeBase64InSteps(bytes));
		if (text !== null) await copyText(context, text);
	};
	return (
		<>
			<div className={tabStyles["parts"]}>
				<Button size="small" icon={Copy} onPress={() => void copy()}>
					{say("inspector.copyBase64")}
				</Button>
			</div>
			<VirtualRows
				label={say("inspector.payload")}
				count={Math.ceil(bytes.byteLength / rowBytes)}
				onWidth={(widthPx) => setColumns(countColumns(widthPx))}
				renderRow={(index) => (
					<div key={index} className={styles["row"]}>
						{encodeBase64(bytes.subarray(index * rowBytes, (index + 1) * rowBytes))}
					</div>
				)}
			/>
		</>
	);
}
