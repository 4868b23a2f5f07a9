import { useState } from "react";
import { readHexRow } from "../../../shared/payload/format-hex.ts";
import { useText } from "../../i18n/use-text.ts";
import { VirtualRows } from "../../ui/virtual-rows.tsx";
import { countColumns } from "./count-columns.ts";
import styles from "./hex-view.module.css";
import tabStyles from "./payload-tab.module.css";

/** Characters that a row of sixteen bytes takes: offset, hex, ASCII, and what stands between them. */
const WIDE_COLUMNS = 8 + 2 + 48 + 2 + 16;

/** Every byte, whatever it means: its offset, as hex, and as ASCII where it is printable. Rows are made when they come into sight. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
	const say = useText();
	const [width, setWidth] = useState<8 | 16>(8);
	if (bytes.byteLength === 0) return <p className={tabStyles["reason"]}>{say("conversation.message.emptyPayload")}</p>;
	return (
		<VirtualRows
			label={say("inspector.payload")}
			count={Math.ceil(bytes.byteLength / width)}
			onWidth={(widthPx) => setWidth(countColumns(widthPx) >= WIDE_COLUMNS ? 16 : 8)}
			renderRow={(index) => {
				const { offset, hex, ascii } = readHexRow(bytes, index, width);
				return (
					<div key={index} className={styles["row"]}>
						<span className={styles["offset"]}>{offset}</span>
						{"  "}
						<span>{hex}</span>
						{"  "}
						<span className={styles["ascii"]}>{ascii}</span>
					</div>
				);
			}}
		/>
	);
}
