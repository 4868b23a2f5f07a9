import { useRef } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface ConfirmDialogProps {
	readonly title: string;
	readonly text: string;
	readonly confirmLabel: string;
	readonly cancelLabel: string;
	readonly onConfirm: () => void;
	readonly onClose: () => void;
}

/** Asks before something that cannot be undone; the focus stands on the way back. */
export function ConfirmDialog({ title, text, confirmLabel, cancelLabel, onConfirm, onClose }: ConfirmDialogProps) {
	const cancel = useRef<HTMLButtonElement>(null);
	return (
		<Dialog
			title={title}
			size="small"
			onClose={onClose}
			closeLabel={cancelLabel}
			initialFocus={cancel}
			footer={
				<>
					<Button ref={cancel} onPress={onClose}>
						{cancelLabel}
					</Button>
					<Button variant="danger" onPress={onConfirm}>
						{confirmLabel}
					</Button>
				</>
			}
		>
			<p>{text}</p>
		</Dialog>
	);
}
