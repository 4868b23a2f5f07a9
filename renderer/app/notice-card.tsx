import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { formatFailure } from "../i18n/format-failure.ts";
import { useText } from "../i18n/use-text.ts";
import { applyNoticeDismissed, type Notice } from "../state/notices-store.ts";
import { useStores } from "../state/use-stores.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { joinClasses } from "../ui/join-classes.ts";
import styles from "./notice-list.module.css";

/** Long enough to read two sentences; something that went well needs less. It waits while it is looked at. */
const FAILURE_MS = 12_000;
const DONE_MS = 4000;

export function NoticeCard({ notice }: { readonly notice: Notice }) {
	const say = useText();
	const stores = useStores();
	const [isHeld, setHeld] = useState(false);
	const { id, content } = notice;
	const isFailure = content.kind === "failure";

	useEffect(() => {
		if (isHeld) return;
		const dismiss = () => stores.notices.setState((state) => applyNoticeDismissed(state, id));
		const timer = setTimeout(dismiss, isFailure ? FAILURE_MS : DONE_MS);
		return () => clearTimeout(timer);
	}, [isHeld, isFailure, id, stores]);

	const text = isFailure ? formatFailure(say, content.failure) : { message: say(content.text, content.values), hint: "" };
	const OwnIcon = isFailure ? TriangleAlert : CircleCheck;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: to point at it or to be inside only holds the clock; nothing is to be pressed.
		<div
			className={styles["card"]}
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
		>
			<OwnIcon className={joinClasses(styles["icon"], isFailure ? styles["failure"] : styles["done"])} aria-hidden={true} />
			<div className={styles["text"]}>
				<p className={styles["message"]}>{text.message}</p>
				{text.hint === "" ? null : <p className={styles["hint"]}>{text.hint}</p>}
			</div>
			<IconButton
				icon={X}
				label={say("app.dismiss")}
				size="small"
				onPress={() => stores.notices.setState((state) => applyNoticeDismissed(state, id))}
			/>
		</div>
	);
}
