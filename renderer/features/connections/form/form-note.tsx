import { TriangleAlert } from "lucide-react";
import styles from "./form-section.module.css";

/** Something to know about several fields at once. */
export function FormNote({ text }: { readonly text: string }) {
	return (
		<p className={styles["note"]}>
			<TriangleAlert className={styles["noteIcon"]} aria-hidden={true} />
			{text}
		</p>
	);
}
