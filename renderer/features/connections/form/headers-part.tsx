import { Plus } from "lucide-react";
import { useText } from "../../../i18n/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { FormCell } from "./form-cell.tsx";
import { type FormPartProps, FormSection } from "./form-section.tsx";
import styles from "./header-row.module.css";
import { HeaderRow } from "./header-row.tsx";

/** The HTTP headers of a WebSocket's opening; there only for the protocols that have one. */
export function HeadersPart(props: FormPartProps) {
	const { form, change } = props;
	const say = useText();
	if (form.protocol !== "ws" && form.protocol !== "wss") return null;
	const rows = form.webSocketHeaders;
	const add = () => {
		const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
		change({ ...form, webSocketHeaders: [...rows, { id, name: "", value: "" }] });
	};
	return (
		<FormSection title={say("form.headers")}>
			{rows.map((row, index) => (
				<HeaderRow key={row.id} {...props} index={index} row={row} />
			))}
			<FormCell span={6}>
				<div className={styles["foot"]}>
					<Button size="small" icon={Plus} onPress={add}>
						{say("form.headerAdd")}
					</Button>
					<p className={styles["hint"]}>{say("form.headersHint")}</p>
				</div>
			</FormCell>
		</FormSection>
	);
}
