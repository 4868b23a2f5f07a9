import { decodeText } from "../../../shared/payload/decode-text.ts";
import { formatHex } from "../../../shared/payload/format-hex.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import styles from "./correlation-data.module.css";

/** What stands on a few lines; the rest is counted. */
const MOST_BYTES = 256;

/** Bytes that mean something to their sender alone: as hex, and as text where they are some. */
export function CorrelationData({ bytes }: { readonly bytes: Uint8Array }) {
	const shown = bytes.subarray(0, MOST_BYTES);
	const text = decodeText(shown, shown.byteLength < bytes.byteLength);
	const isReadable = text !== null && text !== "" && makeVisible(text) === text;
	return (
		<>
			<span className={styles["hex"]}>
				{formatHex(shown)}
				{shown.byteLength < bytes.byteLength ? ` … (${bytes.byteLength} B)` : ""}
			</span>
			{isReadable ? <span className={styles["text"]}>“{text}”</span> : null}
		</>
	);
}
