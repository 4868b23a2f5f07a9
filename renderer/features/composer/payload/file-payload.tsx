import { FileUp, X } from "lucide-react";
import { useRef } from "react";
import { formatBytes } from "../../../i18n/format-bytes.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MiddleEllipsis } from "../../../ui/middle-ellipsis.tsx";
import { useChangeDraft, useComposer } from "../use-composer.ts";
import styles from "./file-payload.module.css";

/** A file as payload, chosen or dropped here; what is sent is what is in it at that moment. */
export function FilePayload({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const language = useLanguage();
	const input = useRef<HTMLInputElement>(null);
	const file = useComposer(connectionId, (entry) => entry.draft.file);
	const change = useChangeDraft(connectionId);
	const take = (chosen: File | undefined) => {
		if (chosen === undefined) return;
		const read = async () => new Uint8Array(await chosen.arrayBuffer());
		change({ file: { name: chosen.name, bytes: chosen.size, read } });
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
		<div
			className={styles["file"]}
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				take(event.dataTransfer.files[0]);
			}}
		>
			<input
				ref={input}
				type="file"
				hidden={true}
				aria-label={say("composer.chooseFile")}
				onChange={(event) => {
					take(event.currentTarget.files?.[0]);
					// The same file may be chosen again.
					event.currentTarget.value = "";
				}}
			/>
			<Button icon={FileUp} onPress={() => input.current?.click()}>
				{say("composer.chooseFile")}
			</Button>
			{file === null ? (
				<span className={styles["hint"]}>{say("composer.dropFile")}</span>
			) : (
				<>
					<span className={styles["name"]}>
						<MiddleEllipsis text={file.name} />
					</span>
					<span className={styles["hint"]}>{formatBytes(file.bytes, language)}</span>
					<IconButton
						label={say("composer.removeFile")}
						icon={X}
						size="small"
						tooltipSide="top"
						onPress={() => change({ file: null })}
					/>
				</>
			)}
		</div>
	);
}
