import { FileUp } from "lucide-react";
import { useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";

export interface FileButtonProps {
	/** What the files are for: several of these buttons stand in one form. */
	readonly purpose: string;
	/** Endings, as a file dialog takes them. */
	readonly accept: string;
	readonly multiple?: boolean;
	readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the host's file dialog. */
export function FileButton({ purpose, accept, multiple = false, onFiles }: FileButtonProps) {
	const say = useText();
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button size="small" variant="ghost" icon={FileUp} title={purpose} onPress={() => input.current?.click()}>
				{say("form.fromFile")}
			</Button>
			<input
				ref={input}
				type="file"
				hidden={true}
				multiple={multiple}
				accept={accept}
				aria-label={purpose}
				onChange={(event) => {
					onFiles([...(event.currentTarget.files ?? [])]);
					event.currentTarget.value = "";
				}}
			/>
		</>
	);
}
