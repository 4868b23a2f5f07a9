import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { useActionContext } from "../actions/use-action.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./code-page.module.css";

/** Where the browser mode asks for the one-time code that stands in the terminal. */
export function CodePage() {
	const say = useText();
	const { host, stores } = useActionContext();
	const [code, setCode] = useState("");
	const wasRefused = useStore(stores.link, (state) => state.access.kind === "needs-code" && state.access.wasRefused);
	return (
		<main className={styles["page"]}>
			<form
				className={styles["card"]}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					if (code.trim() !== "") host.access.enter(code.trim());
				}}
			>
				<KeyRound className={styles["icon"]} aria-hidden={true} />
				<h1 className={styles["title"]}>{say("app.codeTitle")}</h1>
				<p className={styles["text"]}>{say("app.codeHint")}</p>
				<TextField
					label={say("app.code")}
					value={code}
					onChange={setCode}
					mono={true}
					error={wasRefused ? say("app.codeRefused") : null}
				/>
				<Button variant="primary" type="submit">
					{say("app.codeEnter")}
				</Button>
			</form>
		</main>
	);
}
